//! Where row keys come from.

use chrono::NaiveDateTime;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// Makes row keys: time-ordered, random; or the same ones every time for sample data.
pub(super) enum Keys {
    /// From the machine's randomness.
    Random,
    /// From a seed and how many were made before.
    Seeded { seed: i64, made: u64 },
}

impl Keys {
    /// A new UUIDv7 for a row made at `now`.
    pub(super) fn next(&mut self, now: NaiveDateTime) -> Uuid {
        let random: [u8; 16] = match self {
            Self::Random => Uuid::new_v4().into_bytes(),
            Self::Seeded { seed, made } => {
                *made += 1;
                digest(&[&seed.to_be_bytes(), &made.to_be_bytes()])
            }
        };
        let millis = u64::try_from(now.and_utc().timestamp_millis()).unwrap_or_default();
        let mut tail = [0; 10];
        tail.copy_from_slice(random.get(6..).unwrap_or(&[0; 10]));
        Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
    }

    /// Eight bytes that name this machine's stream.
    pub(super) fn stream(&mut self) -> [u8; 8] {
        let bytes = match self {
            Self::Random => Uuid::new_v4().into_bytes(),
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
