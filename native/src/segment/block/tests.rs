use super::*;
use proptest::prelude::*;

fn ascending(before: Option<u32>, gaps: &[u32]) -> Numbers {
    let mut doc = before.map_or(0, |before| before + 1);
    std::array::from_fn(|index| {
        doc += gaps[index] + 1;
        doc - 1
    })
}

fn full(before: Option<u32>, gaps: &[u32], weights: &Numbers, floats: bool) -> Result<(), TestCaseError> {
    let docs = ascending(before, gaps);
    let mut bytes = Vec::new();
    write_full(&mut bytes, before, &docs, weights, floats);
    let (mut read, mut read_w) = ([0; BLOCK], [0; BLOCK]);
    let rest = read_docs(&bytes, before, &mut read).unwrap();
    read_weights(rest, bytes[1], &mut read_w).unwrap();
    prop_assert_eq!(read, docs);
    prop_assert_eq!(&read_w, weights);
    Ok(())
}

proptest! {
    #[test]
    fn a_full_block_comes_back(
        before in prop::option::of(0u32..1000),
        gaps in prop::collection::vec(0u32..50, BLOCK),
        most in 0u32..50,
        weights in prop::array::uniform32((any::<u32>(), 18u32..32).prop_map(|(tf, less)| (tf >> less) + 1)),
        floats: bool,
    ) {
        let gaps: Vec<u32> = gaps.iter().map(|gap| gap.saturating_sub(most)).collect();
        let weights: Numbers = std::array::from_fn(|index| weights[index % 32]);
        full(before, &gaps, &weights, floats)?;
    }

    #[test]
    fn packed_gaps_lie_where_the_description_says(
        before in prop::option::of(0u32..1000),
        gaps in prop::collection::vec(0u32..5000, BLOCK),
    ) {
        let docs = ascending(before, &gaps);
        let mut bytes = Vec::new();
        write_full(&mut bytes, before, &docs, &[1; BLOCK], false);
        let width = bytes[0] as usize;
        prop_assume!((1..=32).contains(&width));
        let read = |index: usize| {
            let (lane, first) = (index % 4, index / 4 * width);
            let bit = |at: usize| bytes[2 + at / 32 * 16 + 4 * lane + at % 32 / 8] >> (at % 8) & 1;
            (0..width).fold(0, |sum, at| sum | (bit(first + at) as u32) << at)
        };
        prop_assert_eq!((0..BLOCK).map(read).collect::<Vec<_>>(), gaps);
    }

    #[test]
    fn a_block_is_marked_where_its_documents_are(
        before in prop::option::of(0u32..300),
        gaps in prop::collection::vec(0u32..4, BLOCK),
        base in 0u32..10,
    ) {
        let docs = ascending(before, &gaps);
        let mut bytes = Vec::new();
        write_full(&mut bytes, before, &docs, &[1; BLOCK], false);
        let (base, mut bits) = (base * 64, [0u64; 6]);
        if let Some(last) = mark_bitset(&bytes, before, base, &mut bits).unwrap() {
            prop_assert_eq!(last, docs[BLOCK - 1]);
            let found = (0..64 * 6).filter(|bit| bits[bit / 64] >> (bit % 64) & 1 == 1);
            let inside = docs.iter().filter(|&&doc| (base..base + 64 * 6).contains(&doc));
            prop_assert_eq!(
                found.map(|bit| base + bit as u32).collect::<Vec<_>>(),
                inside.copied().collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn a_tail_comes_back(
        docs in prop::collection::btree_set(0u32..100_000, 1..BLOCK),
        tf in 1u32..5,
        floats: bool,
    ) {
        let docs: Vec<u32> = docs.into_iter().collect();
        let weights = vec![tf; docs.len()];
        let mut bytes = Vec::new();
        write_tail(&mut bytes, None, &docs, &weights, floats);
        let (mut read, mut read_w) = ([0; BLOCK], [0; BLOCK]);
        read_tail(&bytes, None, docs.len(), floats, &mut read, &mut read_w).unwrap();
        prop_assert_eq!(&read[..docs.len()], &docs[..]);
        prop_assert_eq!(&read_w[..weights.len()], weights);
        let mut alone = Vec::new();
        read_tail_docs(&bytes, docs.len(), floats, 100_000, &mut alone).unwrap();
        prop_assert_eq!(&alone, &docs);
        prop_assert!(read_tail_docs(&bytes, docs.len(), floats, docs[docs.len() - 1], &mut alone).is_err());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), floats: bool) {
        let (mut docs, mut weights) = ([0; BLOCK], [0; BLOCK]);
        let _ = read_docs(&bytes, Some(3), &mut docs);
        let _ = read_weights(&bytes, bytes.first().copied().unwrap_or(0), &mut weights);
        let _ = mark_bitset(&bytes, Some(3), 64, &mut [0; 2]);
        let _ = read_tail(&bytes, None, 100, floats, &mut docs, &mut weights);
    }
}
