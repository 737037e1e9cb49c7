//! Hot loops compiled twice: for any processor, and for those that have wide vectors and count bits in one step, as nearly
//! all for desktops and servers do. Which it is, is found out once, when the program runs.

/// Tells whether the processor has what [`twice`] compiles for.
#[cfg(target_arch = "x86_64")]
#[inline]
pub(crate) fn is_wide() -> bool {
    use std::sync::LazyLock;
    static IS_WIDE: LazyLock<bool> = LazyLock::new(|| {
        is_x86_feature_detected!("avx2")
            && is_x86_feature_detected!("bmi1")
            && is_x86_feature_detected!("bmi2")
            && is_x86_feature_detected!("lzcnt")
            && is_x86_feature_detected!("popcnt")
    });
    *IS_WIDE
}

/// Defines functions that run as they were compiled for the processor at hand. What they call is compiled with them only
/// where it is inlined: so they should be loops over slices, with all their work inside.
///
/// `NAME::plain` and, where there is such a thing, `NAME::wide` are the two, for tests that compare them.
macro_rules! twice {
    ($($(#[$meta:meta])* $vis:vis fn $name:ident($($arg:ident: $type:ty),* $(,)?) $(-> $out:ty)? $body:block)*) => {$(
        $(#[$meta])*
        #[inline]
        $vis fn $name($($arg: $type),*) $(-> $out)? {
            #[cfg(target_arch = "x86_64")]
            if $crate::segment::wide::is_wide() {
                // SAFETY: the processor has been asked for every feature that `wide` is compiled for.
                return unsafe { $name::wide($($arg),*) };
            }
            $name::plain($($arg),*)
        }

        mod $name {
            #[allow(unused_imports)] // not all need what is around them
            use super::*;

            #[inline(always)]
            pub(super) fn plain($($arg: $type),*) $(-> $out)? $body

            #[cfg(target_arch = "x86_64")]
            #[target_feature(enable = "avx2,bmi1,bmi2,lzcnt,popcnt")]
            pub(super) fn wide($($arg: $type),*) $(-> $out)? {
                plain($($arg),*)
            }
        }
    )*};
}

pub(crate) use twice;
