//! When a search is to be given up: known to the thread that runs it, so that whatever takes long can ask.

use std::cell::Cell;
use std::time::{Duration, Instant};

use crate::error::{Error, Result};

thread_local! {
    static DEADLINE: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// Runs a search that is given up after so many seconds, if any are given.
pub fn within<T>(seconds: Option<f64>, work: impl FnOnce() -> Result<T>) -> Result<T> {
    /// Forgets the time even if the work panics.
    struct Forget;
    impl Drop for Forget {
        fn drop(&mut self) {
            DEADLINE.set(None);
        }
    }
    let limit = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    DEADLINE.set(limit.and_then(|limit| Instant::now().checked_add(limit)));
    let _forget = Forget;
    work()
}

/// Fails if the time is over.
#[inline]
pub(super) fn check() -> Result<()> {
    match DEADLINE.get() {
        Some(deadline) if Instant::now() >= deadline => Err(Error::Timeout),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_ends_when_its_time_is_over() {
        assert!(matches!(within(Some(0.0), check), Err(Error::Timeout)));
        assert!(within(Some(1e300), check).is_ok() && within(Some(60.0), check).is_ok());
        assert!(check().is_ok());
    }
}
