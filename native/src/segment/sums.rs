//! Running sums of numbers.

/// Numbers that are added up together.
#[cfg(target_arch = "x86_64")]
const LANES: usize = 8;

/// Writes the running sums of numbers, modulo 2^32, each with `before`, and returns the last; there are as many slots.
#[inline]
pub fn running_sums(numbers: &[u32], before: u32, sums: &mut [u32]) -> u32 {
    #[cfg(target_arch = "x86_64")]
    if super::wide::is_wide() {
        // SAFETY: the processor has been asked for every feature that it is compiled for.
        return unsafe { wide(numbers, before, sums) };
    }
    plain(numbers, before, sums)
}

#[inline]
fn plain(numbers: &[u32], mut before: u32, sums: &mut [u32]) -> u32 {
    for (sum, &number) in sums.iter_mut().zip(numbers) {
        before = before.wrapping_add(number);
        *sum = before;
    }
    before
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn wide(numbers: &[u32], before: u32, sums: &mut [u32]) -> u32 {
    use std::arch::x86_64::*;
    let mut carried = _mm256_set1_epi32(before as i32);
    let (chunks, rest) = numbers.as_chunks::<LANES>();
    let (slots, rest_slots) = sums[..numbers.len()].as_chunks_mut::<LANES>();
    for (slots, &chunk) in slots.iter_mut().zip(chunks) {
        let mut sum: __m256i = bytemuck::cast(chunk);
        // Within each half, then the last of the lower half to all of the upper.
        sum = _mm256_add_epi32(sum, _mm256_slli_si256::<4>(sum));
        sum = _mm256_add_epi32(sum, _mm256_slli_si256::<8>(sum));
        let lower = _mm256_permute2x128_si256::<0x08>(sum, sum);
        sum = _mm256_add_epi32(sum, _mm256_shuffle_epi32::<0xff>(lower));
        *slots = bytemuck::cast(_mm256_add_epi32(sum, carried));
        carried = _mm256_add_epi32(carried, _mm256_permutevar8x32_epi32(sum, _mm256_set1_epi32(7)));
    }
    plain(rest, _mm256_cvtsi256_si32(carried) as u32, rest_slots)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sums_are_the_same_whichever_way_they_are_compiled(
            numbers in prop::collection::vec(any::<u32>(), 0..140), before: u32,
        ) {
            let expected = numbers.iter().scan(before, |sum, &number| {
                *sum = sum.wrapping_add(number);
                Some(*sum)
            });
            let expected = Vec::from_iter(expected);
            for add in [plain, running_sums] {
                let mut sums = vec![0; numbers.len()];
                prop_assert_eq!(add(&numbers, before, &mut sums), expected.last().copied().unwrap_or(before));
                prop_assert_eq!(&sums, &expected);
            }
        }
    }
}
