//! What is known already: raw token -> term number.

use foldhash::fast::RandomState;
use hashbrown::HashMap;

/// Raw tokens kept at hand; when there are more, those known are forgotten (their terms keep their numbers).
const KNOWN_TOKENS: usize = if cfg!(test) { 1 << 12 } else { 1 << 20 };

/// Tokens of at most this many bytes are their own key: comparing them is one comparison of numbers.
const SHORT: usize = 16;

const VACANT: Slot = Slot { low: 0, high: 0, id: 0 };

/// Open addressing over short tokens, padded with zeros: no token contains a zero byte, so the padding is unambiguous
/// and the all-zero key marks a vacant slot. One probe touches one cache line.
pub(super) struct TokenMemo {
    slots: Vec<Slot>,
    used: usize,
    long: HashMap<Box<[u8]>, u32, RandomState>,
}

#[derive(Clone, Copy)]
struct Slot {
    low: u64,
    high: u64,
    id: u32,
}

/// Where a token is or belongs: hand it back to [`TokenMemo::insert`].
pub(super) struct Key {
    low: u64,
    high: u64,
}

impl TokenMemo {
    pub(super) fn new() -> Self {
        Self { slots: vec![VACANT; 1 << 12], used: 0, long: HashMap::default() }
    }

    /// Returns the number kept for the token `bytes[start..end]`.
    #[inline]
    pub(super) fn get(&self, bytes: &[u8], start: usize, end: usize) -> Result<u32, Key> {
        if end - start > SHORT {
            let known = self.long.get(&bytes[start..end]).copied();
            return known.ok_or(Key { low: 0, high: 0 });
        }
        let key = Key::of(bytes, start, end);
        let slot = self.slots[self.place(&key)];
        if slot.low == key.low && slot.high == key.high { Ok(slot.id) } else { Err(key) }
    }

    /// Keeps the number of a token that `get` did not find; `key` is what `get` returned.
    pub(super) fn insert(&mut self, token: &[u8], key: Key, id: u32) {
        if self.used + self.long.len() >= KNOWN_TOKENS {
            *self = Self::new();
        }
        if token.len() > SHORT {
            self.long.insert(token.into(), id);
            return;
        }
        self.used += 1;
        if self.used * 2 > self.slots.len() {
            self.grow();
        }
        let place = self.place(&key);
        self.slots[place] = Slot { low: key.low, high: key.high, id };
    }

    /// Returns the slot of the key, or the vacant one it belongs in.
    #[inline]
    fn place(&self, key: &Key) -> usize {
        let mask = self.slots.len() - 1; // a power of two, at most half of it used: there is a vacant slot
        let mut place = key.hash() as usize & mask;
        loop {
            let slot = &self.slots[place];
            if (slot.low == key.low && slot.high == key.high) || (slot.low | slot.high) == 0 {
                return place;
            }
            place = (place + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let larger = vec![VACANT; self.slots.len() * 2];
        for slot in std::mem::replace(&mut self.slots, larger) {
            if slot.low | slot.high != 0 {
                let place = self.place(&Key { low: slot.low, high: slot.high });
                self.slots[place] = slot;
            }
        }
    }

    /// Returns the bytes of memory taken, about.
    pub(super) fn memory(&self) -> usize {
        self.slots.len() * size_of::<Slot>() + self.long.len() * 64
    }
}

impl Key {
    #[inline]
    fn of(bytes: &[u8], start: usize, end: usize) -> Self {
        let token = match bytes[start..].first_chunk::<SHORT>() {
            Some(chunk) => u128::from_le_bytes(*chunk) & (u128::MAX >> (8 * (SHORT - (end - start)))),
            None => {
                let mut padded = [0; SHORT];
                padded[..end - start].copy_from_slice(&bytes[start..end]);
                u128::from_le_bytes(padded)
            }
        };
        Self { low: token as u64, high: (token >> 64) as u64 }
    }

    #[inline]
    fn hash(&self) -> u64 {
        const A: u64 = 0x2d35_8dcc_aa6c_78a5;
        const B: u64 = 0x8bb8_4b93_962e_acc9;
        let product = u128::from(self.low ^ A) * u128::from(self.high ^ B);
        (product as u64) ^ (product >> 64) as u64
    }
}
