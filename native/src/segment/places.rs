//! Positions of postings, and which of them stand at a distance from others.

use super::block::BLOCK;

/// Positions that are compared at once.
const TOGETHER: usize = 8;

/// So many steps of comparing all positions of one posting with [`TOGETHER`] of another cost what going through both does.
const STEPS: usize = 64;

/// Positions and distances below this one can be told from their differences modulo 2^32.
pub(super) const LARGE: u32 = 1 << 30;

/// The positions of some postings.
///
/// They are held as sums of gaps, which may run over several postings: of a run of `n` positions those before it are one
/// sum, and each position is what one of the next `n` sums has more.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// Where the run of each posting starts in `sums`, and how many positions it has.
    runs: Vec<(usize, usize)>,
    /// Behind the first `len` is room for a last step of [`TOGETHER`].
    sums: Vec<u32>,
    len: usize,
    /// Whether there are positions that do not compare as differences do.
    has_large: bool,
}

impl Places {
    /// Forgets all postings.
    pub fn clear(&mut self) {
        self.runs.clear();
        (self.len, self.has_large) = (0, false);
    }

    /// Returns how many numbers are held.
    pub fn size(&self) -> usize {
        self.len
    }

    /// Returns room for the sums of so many positions, which are those of postings only when they are added.
    pub(super) fn room(&mut self, count: usize) -> &mut [u32] {
        let end = self.len + 1 + count;
        if self.sums.len() < end + TOGETHER {
            self.sums.resize(end + TOGETHER, 0);
        }
        self.sums[self.len] = 0;
        &mut self.sums[self.len + 1..end]
    }

    /// Adds a posting with so many positions, whose sums are in the room; the last position is `last`.
    pub(super) fn add_one(&mut self, count: usize, last: u64) {
        self.runs.push((self.len, count));
        self.len += 1 + count;
        self.has_large |= last > u64::from(LARGE);
    }

    /// Adds some of the postings of a block with so many positions, whose sums are in the room and start where `starts` says.
    pub(super) fn add_some(&mut self, count: usize, starts: &[u32; BLOCK + 1], postings: &[u8]) {
        let base = self.len;
        self.runs.extend(postings.iter().map(|&posting| {
            let (start, end) = (starts[posting as usize], starts[posting as usize + 1]);
            (base + start as usize, (end - start) as usize)
        }));
        self.len += 1 + count;
    }

    /// Returns the positions of a posting, ascending.
    ///
    /// # Panics
    /// If there are not so many postings.
    #[inline]
    pub fn positions(&self, posting: usize) -> impl Iterator<Item = u32> + '_ {
        let (start, count) = self.runs[posting];
        let before = self.sums[start];
        self.sums[start + 1..][..count].iter().map(move |&sum| sum.wrapping_sub(before))
    }

    /// Returns, for each posting, whether any of its positions comes `least` to `most` after one of the same posting of
    /// `before`; there are as many postings there, at most [`BLOCK`].
    pub fn come_after(&self, before: &Places, least: u32, most: u32) -> [bool; BLOCK] {
        let mut found = [false; BLOCK];
        if most < LARGE && !self.has_large && !before.has_large {
            compare(before, self, least, most - least, &mut found);
        } else {
            let postings = 0..self.runs.len().min(before.runs.len()).min(BLOCK);
            postings.for_each(|posting| found[posting] = self.comes_after(before, posting, least, most - least));
        }
        found
    }

    /// The same of one posting, for positions that are many or large: goes through both, which ascend.
    #[inline]
    fn comes_after(&self, before: &Places, posting: usize, least: u32, more: u32) -> bool {
        let (mut before, mut after) = (before.positions(posting), self.positions(posting));
        let (mut first, mut second) = (before.next(), after.next());
        while let (Some(start), Some(end)) = (first, second) {
            match end.checked_sub(start).and_then(|apart| apart.checked_sub(least)) {
                Some(apart) if apart > more => first = before.next(),
                Some(_) => return true,
                None => second = after.next(),
            }
        }
        false
    }
}

/// Finds of which postings a position of `after` comes `least` to `least + more` after one of `before`.
#[inline]
fn compare(before: &Places, after: &Places, least: u32, more: u32, found: &mut [bool; BLOCK]) {
    #[cfg(target_arch = "x86_64")]
    if super::wide::is_wide() {
        // SAFETY: the processor has been asked for every feature that it is compiled for.
        return unsafe { compare_wide(before, after, least, more, found) };
    }
    compare_plain(before, after, least, more, found);
}

fn compare_plain(before: &Places, after: &Places, least: u32, more: u32, found: &mut [bool; BLOCK]) {
    compare_by(before, after, least, more, found, |few, shift, many, count| {
        let mut any = false;
        for (step, many) in many.as_chunks::<TOGETHER>().0.iter().take(count.div_ceil(TOGETHER)).enumerate() {
            let left = (count - step * TOGETHER) as u32;
            for &one in few {
                let from = one.wrapping_add(shift);
                many.iter()
                    .zip(0..)
                    .for_each(|(other, lane)| any |= (other.wrapping_sub(from) <= more) & (lane < left));
            }
        }
        any
    });
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,bmi1,bmi2,lzcnt,popcnt")]
fn compare_wide(before: &Places, after: &Places, least: u32, more: u32, found: &mut [bool; BLOCK]) {
    use std::arch::x86_64::*;
    let (lanes, more_each) = (_mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7), _mm256_set1_epi32(more as i32));
    compare_by(before, after, least, more, found, |few, shift, many, count| {
        let mut any = _mm256_setzero_si256();
        for (step, &many) in many.as_chunks::<TOGETHER>().0.iter().take(count.div_ceil(TOGETHER)).enumerate() {
            let (many, mut fits): (__m256i, _) = (bytemuck::cast(many), _mm256_setzero_si256());
            for &one in few {
                let apart = _mm256_sub_epi32(many, _mm256_set1_epi32(one.wrapping_add(shift) as i32));
                fits = _mm256_or_si256(fits, _mm256_cmpeq_epi32(_mm256_min_epu32(apart, more_each), apart));
            }
            let left = _mm256_set1_epi32((count - step * TOGETHER) as i32);
            any = _mm256_or_si256(any, _mm256_and_si256(fits, _mm256_cmpgt_epi32(left, lanes)));
        }
        _mm256_testz_si256(any, any) == 0
    });
}

/// Compares all of the fewer positions of each posting with all of the more by `is_any`, which tells whether any of the first
/// `count` of `many`, behind which are enough for a last step, is `shift` to `shift + more` more than any of `few`.
#[inline(always)]
fn compare_by(
    before: &Places,
    after: &Places,
    least: u32,
    more: u32,
    found: &mut [bool; BLOCK],
    is_any: impl Fn(&[u32], u32, &[u32], usize) -> bool,
) {
    for (posting, (found, (&(one, ones), &(other, others)))) in
        found.iter_mut().zip(before.runs.iter().zip(&after.runs)).enumerate()
    {
        // The differences are those of sums: this is what is one where positions are `least` apart.
        let shift = after.sums[other].wrapping_sub(before.sums[one]).wrapping_add(least);
        let (start, end) = (&before.sums[one + 1..], &after.sums[other + 1..]);
        *found = if ones.min(others) * ones.max(others).div_ceil(TOGETHER) > STEPS {
            after.comes_after(before, posting, least, more)
        } else if ones <= others {
            is_any(&start[..ones], shift, end, others)
        } else {
            is_any(&end[..others], shift.wrapping_add(more).wrapping_neg(), start, ones)
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places(postings: &[Vec<u32>]) -> Places {
        let mut places = Places::default();
        for positions in postings {
            places.room(positions.len()).copy_from_slice(positions);
            places.add_one(positions.len(), u64::from(positions.last().copied().unwrap_or(0)));
        }
        places
    }

    fn positions() -> impl Strategy<Value = Vec<u32>> {
        let some = |most: u32, count: usize| {
            prop::collection::btree_set(0..most, 0..count).prop_map(|positions| positions.into_iter().collect())
        };
        prop_oneof![some(60, 6), some(500, 60)]
    }

    proptest! {
        #[test]
        fn what_comes_after_is_what_any_two_positions_say(
            pairs in prop::collection::vec((positions(), positions()), 0..20), least in 1u32..80, more in 0u32..70,
        ) {
            let (before, after): (Vec<_>, Vec<_>) = pairs.iter().cloned().unzip();
            let (one, other) = (places(&before), places(&after));
            let expected = pairs.iter().map(|(before, after)| {
                before.iter().any(|&start| after.iter().any(|&end| {
                    end.checked_sub(start).is_some_and(|apart| (least..=least + more).contains(&apart))
                }))
            });
            let expected = Vec::from_iter(expected);
            prop_assert_eq!(&other.come_after(&one, least, least + more)[..pairs.len()], &expected);
            if !one.has_large && !other.has_large {
                for compare in [compare_plain, compare] {
                    let mut found = [false; BLOCK];
                    compare(&one, &other, least, more, &mut found);
                    prop_assert_eq!(&found[..pairs.len()], &expected);
                }
            }
        }
    }
}
