//! The values of one column of several segments, in one order.

use crate::error::Result;
use crate::segment::{BytesColumn, ValueStream, ValuesWriter};

/// Gives the used values of all columns their ordinals in the order of the values, and gathers them if `keep` says so.
pub(super) fn number(columns: &[Option<BytesColumn>], new: &mut [Vec<u32>], keep: bool) -> Result<ValuesWriter> {
    let mut streams: Vec<Option<ValueStream>> =
        columns.iter().map(|column| column.map(|column| column.values()).transpose()).collect::<Result<_>>()?;
    for (stream, new) in streams.iter_mut().zip(&mut *new) {
        new[0] = 0;
        next_used(stream, new)?;
    }
    let (mut distinct, mut value, mut count) = (ValuesWriter::default(), Vec::new(), 0);
    while let Some(least) = streams.iter().flatten().map(ValueStream::value).min() {
        value.clear();
        value.extend_from_slice(least);
        count += 1;
        if keep {
            distinct.add(&value)?;
        }
        for (stream, new) in streams.iter_mut().zip(&mut *new) {
            if let Some(at) = stream.as_ref().filter(|stream| stream.value() == value) {
                new[at.ordinal() as usize] = count;
                next_used(stream, new)?;
            }
        }
    }
    Ok(distinct)
}

/// Moves a stream to the next value in use; nothing is left of it after the last.
fn next_used(stream: &mut Option<ValueStream>, used: &[u32]) -> Result<()> {
    while let Some(values) = stream {
        if !values.advance()? {
            *stream = None;
        } else if used[values.ordinal() as usize] > 0 {
            break;
        }
    }
    Ok(())
}
