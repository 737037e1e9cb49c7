use super::*;

fn tokens(text: &str) -> Vec<(String, usize, usize)> {
    let mut analyzer = Analyzer::new();
    let mut tokens = analyzer.tokens(text);
    std::iter::from_fn(|| {
        let token = tokens.next()?;
        let term = String::from_utf8(tokens.term(&token).to_vec()).unwrap();
        Some((term, token.chars.start, token.chars.end))
    })
    .collect()
}

fn terms(text: &str) -> Vec<String> {
    let mut analyzer = Analyzer::new();
    let mut terms = Vec::new();
    analyzer.for_each_term(text, |term| terms.push(String::from_utf8(term.to_vec()).unwrap()));
    terms
}

#[test]
fn terms_are_folded_and_stemmed_with_offsets_in_code_points() {
    let expected = [("the", 0, 3), ("us", 4, 8), ("met", 9, 12), ("lavrov", 13, 21), ("envoy", 22, 28)];
    let expected = expected.map(|(term, start, end)| (term.to_owned(), start, end));
    assert_eq!(tokens("The U.S. met Lavrov's envoys"), expected);
    assert_eq!(tokens("“café” Zürich")[1], ("zurich".to_owned(), 7, 13));
}

#[test]
fn numbers_keep_their_point_and_lose_their_commas() {
    assert_eq!(terms("10,000 cafés in 北京"), ["10000", "cafe", "in", "北", "京"]);
    assert_eq!(terms("1.5 1,5 12,3456 3. 3.a"), ["1.5", "1", "5", "12", "3456", "3", "3", "a"]);
}

#[test]
fn acronyms_end_where_a_word_begins() {
    assert_eq!(terms("U.S.Army a.b.cd U.S.’s x.yz u.n.'s."), ["us", "armi", "ab", "cd", "us", "x", "yz", "un"]);
}

#[test]
fn apostrophes_join_words_of_any_kind() {
    assert_eq!(terms("O'Brien's O’Neill rock 'n' roll"), ["o'brien", "o'neil", "rock", "n", "roll"]);
}

#[test]
fn korean_is_one_term_a_syllable_however_it_is_written() {
    assert_eq!(terms("한국 \u{1112}\u{1161}\u{11ab}"), ["한", "국", "한"]);
}

#[test]
fn words_are_not_stemmed() {
    let mut analyzer = Analyzer::of_words();
    analyzer.for_each_id("Sanctions in Zürich", |_| ());
    assert_eq!((analyzer.term(0), analyzer.term(2)), (&b"sanctions"[..], &b"zurich"[..]));
}

#[test]
fn a_token_of_which_nothing_is_left_has_no_position() {
    assert_eq!(terms("a ـ b"), ["a", "b"]);
}

#[test]
fn long_tokens_are_cut_and_words_across_blocks_are_whole() {
    let long = "ж".repeat(300);
    assert_eq!(terms(&long)[0].chars().count(), MAX_TERM_LENGTH);
    let padded = format!("{} straddling", " ".repeat(58));
    assert_eq!(terms(&padded), ["straddl"]);
    assert_eq!(terms(""), Vec::<String>::new());
}

#[test]
fn the_breve_of_a_cyrillic_letter_stays_other_accents_go() {
    assert_eq!(terms("Чайковский ё ῆ שָׁלוֹם"), ["чайковский", "е", "η", "שלום"]);
}

#[test]
fn numbers_of_terms_are_shared_by_tokens_of_one_term() {
    let mut analyzer = Analyzer::new();
    let mut ids = Vec::new();
    analyzer.for_each_id("Bank banks other BANK", |id| ids.push(id));
    assert_eq!(ids, [0, 0, 1, 0]);
    assert_eq!((analyzer.term(1), analyzer.term_count()), (&b"other"[..], 2));
    analyzer.clear();
    assert_eq!(analyzer.term_count(), 0);
}

#[test]
fn more_tokens_than_are_kept_at_hand_keep_their_numbers() {
    let mut analyzer = Analyzer::new();
    let text: String = (0..20_000).map(|n| format!("{n} ")).collect();
    let mut first = Vec::new();
    analyzer.for_each_id(&text, |id| first.push(id));
    let mut second = Vec::new();
    analyzer.for_each_id(&text, |id| second.push(id));
    assert_eq!(first, second);
}
