use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_posting_is_read_alone(
        frequencies in prop::collection::vec(0u32..12, 1..=BLOCK), most in 1u32..5000, asked in any::<Vec<u8>>(),
    ) {
        let count = frequencies.iter().sum::<u32>();
        let gaps: Vec<u32> = (0..count).map(|index| index * 7919 % if index % 40 == 39 { most * 600 } else { most }).collect();
        let mut bytes = Vec::new();
        write(&mut bytes, &gaps);
        let mut all = Vec::new();
        read_gaps(&bytes, gaps.len(), &mut all).unwrap();
        prop_assert_eq!(&all, &gaps);
        let mut block = BlockPositions::default();
        block.enter(&bytes, &frequencies).unwrap();
        for posting in asked.iter().map(|&posting| posting as usize % frequencies.len()) {
            let start = frequencies[..posting].iter().sum::<u32>() as usize;
            let wanted = &gaps[start..start + frequencies[posting] as usize];
            let sums: Vec<u32> = wanted.iter().scan(0, |sum, gap| { *sum += gap; Some(*sum) }).collect();
            let mut found = Vec::new();
            block.read(posting, &mut found).unwrap();
            prop_assert_eq!(found, sums);
        }
        let places: Vec<u8> = asked.iter().map(|&posting| posting % frequencies.len() as u8).collect();
        let places = Vec::from_iter(std::collections::BTreeSet::from_iter(places));
        let mut many = Places::default();
        block.read_many(&places, &mut many).unwrap();
        for (index, &posting) in places.iter().enumerate() {
            let mut found = Vec::new();
            block.read(posting as usize, &mut found).unwrap();
            prop_assert_eq!(many.positions(index).collect::<Vec<_>>(), found);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60), count in 0usize..300) {
        let mut block = BlockPositions::default();
        let frequencies = [count as u32 / 2, count as u32 / 2];
        let _ = block.enter(&bytes, &frequencies).map(|()| block.read(1, &mut Vec::new()));
        let _ = block.enter(&bytes, &[count as u32 / 20; 20]).map(|()| {
            block.read_many(&Vec::from_iter(0..20), &mut Places::default())
        });
        let _ = read_gaps(&bytes, count, &mut Vec::new());
        let _ = read_value(&bytes, count, count / 2);
    }
}
