//! Where row keys come from.

use chrono::NaiveDateTime;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// Makes row keys: time-ordered, random; or the same ones every time for sample data.
pub(super) enum Keys {
    /// From the machine's randomness; the last millisecond and how many were made in it, so that keys only grow.
    Random { millis: u64, made: u16 },
    /// From a seed and how many were made before.
    Seeded { seed: i64, made: u64 },
}

impl Keys {
    /// Random keys, none made yet.
    pub(super) const fn random() -> Self {
        Self::Random { millis: 0, made: 0 }
    }

    /// A new UUIDv7 for a row made at `now`.
    pub(super) fn next(&mut self, now: NaiveDateTime) -> Uuid {
        let mut at = u64::try_from(now.and_utc().timestamp_millis()).unwrap_or_default();
        let mut tail = [0; 10];
        match self {
            Self::Random { millis, made } => {
                tail.copy_from_slice(Uuid::new_v4().as_bytes().get(6..).unwrap_or(&[0; 10]));
                // A counter in the twelve bits behind the time (RFC 9562, 6.2, method 1); a full one borrows the next
                // millisecond, and a clock that runs back is not followed.
                *made = if at > *millis { 0 } else { *made + 1 };
                at = at.max(*millis);
                if *made > 0xFFF {
                    *made = 0;
                    at += 1;
                }
                *millis = at;
                let [high, low] = made.to_be_bytes();
                tail[0] = high;
                tail[1] = low;
            }
            Self::Seeded { seed, made } => {
                *made += 1;
                let bytes = digest(&[&seed.to_be_bytes(), &made.to_be_bytes()]);
                tail.copy_from_slice(bytes.get(6..).unwrap_or(&[0; 10]));
            }
        }
        Builder::from_unix_timestamp_millis(at, &tail).into_uuid()
    }

    /// Eight bytes that name this machine's stream.
    pub(super) fn stream(&mut self) -> [u8; 8] {
        let bytes = match self {
            Self::Random { .. } => Uuid::new_v4().into_bytes(),
            Self::Seeded { seed, .. } => digest(&[b"stream", &seed.to_be_bytes()]),
        };
        let mut stream = [0; 8];
        stream.copy_from_slice(bytes.get(8..).unwrap_or(&[0; 8]));
        stream
    }
}

/// The key of a row that two machines must give the same name: a `UUIDv8` made from what it is about.
pub(super) fn derived(parts: &[&[u8]]) -> Uuid {
    Builder::from_custom_bytes(digest(parts)).into_uuid()
}

fn digest(parts: &[&[u8]]) -> [u8; 16] {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update(part);
        sha.update([0x1f]);
    }
    let mut out = [0; 16];
    out.copy_from_slice(sha.finalize().get(..16).unwrap_or(&[0; 16]));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_keys_only_grow_also_when_the_clock_runs_back() {
        let mut keys = Keys::random();
        let start = chrono::DateTime::from_timestamp_millis(1_541_200_000_000)
            .unwrap()
            .naive_utc();
        let mut last = Uuid::nil();
        for i in 0..10_000_i64 {
            let now =
                start + chrono::Duration::milliseconds(if i > 9_000 { -500 } else { i / 5_000 });
            let key = keys.next(now);
            assert!(key > last, "{i}");
            assert_eq!(key.get_version_num(), 7);
            last = key;
        }
    }
}
