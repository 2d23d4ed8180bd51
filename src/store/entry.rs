//! The shape of a log entry and its bytes.
//!
//! An entry is a CBOR map with integer keys in ascending order (`entry 1 schema 2 …`), hashed with SHA-256 and chained to
//! the machine's entry before it:
//! 1 version · 2 schema · 3 stream · 4 seq · 5 prev · 6 lamport · 7 `wall_ms` · 8 actor · 9 dict of streams ·
//! 10 rows `[table, key, new?, [[cell, value, preds]…], seen]` · 11 `[verb, subject]` · 12 `[dict, seq]` of the entry it takes back.
//! A pred is `[dict, seq]`: the version of the cell that its author was looking at.

use ciborium::Value as Cbor;
use rusqlite::types::Value;

use super::migrate::SCHEMA;

/// Format of an entry.
const VERSION: i64 = 1;

/// The name of an entry everywhere: whose stream, which number.
pub(super) type Version = ([u8; 8], i64);

/// An entry, read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) stream: [u8; 8],
    pub(super) seq: i64,
    pub(super) prev: Vec<u8>,
    pub(super) lamport: i64,
    pub(super) wall_ms: i64,
    pub(super) actor: Option<[u8; 16]>,
    pub(super) rows: Vec<RowChange>,
    pub(super) verb: String,
    pub(super) subject: String,
    pub(super) of: Option<Version>,
}

/// A row an entry made or changed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowChange {
    pub(super) table: u8,
    pub(super) key: [u8; 16],
    pub(super) new: bool,
    pub(super) cells: Vec<CellChange>,
    /// For a withdrawal: the newest entry on the row that its author saw.
    pub(super) seen: Option<Version>,
}

/// A cell an entry set: one value per column of the cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CellChange {
    pub(super) cell: u8,
    pub(super) values: Vec<Value>,
    pub(super) preds: Vec<Version>,
}

fn int(i: i64) -> Cbor {
    Cbor::Integer(i.into())
}

fn to_cbor(value: &Value) -> Cbor {
    match value {
        Value::Null => Cbor::Null,
        Value::Integer(i) => int(*i),
        Value::Real(f) => Cbor::Float(*f),
        Value::Text(t) => Cbor::Text(t.clone()),
        Value::Blob(b) => Cbor::Bytes(b.clone()),
    }
}

fn of_cbor(value: &Cbor) -> Option<Value> {
    Some(match value {
        Cbor::Null => Value::Null,
        Cbor::Integer(i) => Value::Integer(i64::try_from(*i).ok()?),
        Cbor::Float(f) => Value::Real(*f),
        Cbor::Text(t) => Value::Text(t.clone()),
        Cbor::Bytes(b) => Value::Blob(b.clone()),
        _ => return None,
    })
}

/// The bytes of an entry.
pub(super) fn encode(entry: &Entry) -> Vec<u8> {
    let mut dict: Vec<[u8; 8]> = Vec::new();
    let mut name = |v: &Version| {
        let at = dict.iter().position(|s| *s == v.0).unwrap_or_else(|| {
            dict.push(v.0);
            dict.len() - 1
        });
        Cbor::Array(vec![Cbor::Integer((at as u64).into()), int(v.1)])
    };
    let rows: Vec<Cbor> = entry
        .rows
        .iter()
        .map(|row| {
            let cells = row
                .cells
                .iter()
                .map(|c| {
                    Cbor::Array(vec![
                        int(c.cell.into()),
                        Cbor::Array(c.values.iter().map(to_cbor).collect()),
                        Cbor::Array(c.preds.iter().map(&mut name).collect()),
                    ])
                })
                .collect();
            Cbor::Array(vec![
                int(row.table.into()),
                Cbor::Bytes(row.key.to_vec()),
                Cbor::Bool(row.new),
                Cbor::Array(cells),
                row.seen.as_ref().map_or(Cbor::Null, &mut name),
            ])
        })
        .collect();
    let of = entry.of.as_ref().map_or(Cbor::Null, &mut name);
    let fields = [
        int(VERSION),
        int(SCHEMA.into()),
        Cbor::Bytes(entry.stream.to_vec()),
        int(entry.seq),
        Cbor::Bytes(entry.prev.clone()),
        int(entry.lamport),
        int(entry.wall_ms),
        entry.actor.map_or(Cbor::Null, |a| Cbor::Bytes(a.to_vec())),
        Cbor::Array(dict.iter().map(|s| Cbor::Bytes(s.to_vec())).collect()),
        Cbor::Array(rows),
        Cbor::Array(vec![
            Cbor::Text(entry.verb.clone()),
            Cbor::Text(entry.subject.clone()),
        ]),
        of,
    ];
    let map = Cbor::Map((1_i64..).zip(fields).map(|(k, v)| (int(k), v)).collect());
    let mut out = Vec::new();
    // Writing into memory cannot fail; an empty body would be refused by every reader.
    if ciborium::into_writer(&map, &mut out).is_err() {
        out.clear();
    }
    out
}

/// An entry from its bytes; `None` if they are not one.
pub(super) fn decode(body: &[u8]) -> Option<Entry> {
    let Cbor::Map(fields) = ciborium::from_reader(body).ok()? else {
        return None;
    };
    let field = |key: i64| fields.iter().find(|(k, _)| *k == int(key)).map(|(_, v)| v);
    let number = |v: &Cbor| i64::try_from(v.as_integer()?).ok();
    let dict: Vec<[u8; 8]> = field(9)?
        .as_array()?
        .iter()
        .map(|s| s.as_bytes()?.as_slice().try_into().ok())
        .collect::<Option<_>>()?;
    let version = |v: &Cbor| -> Option<Version> {
        let pair = v.as_array()?;
        let at = usize::try_from(number(pair.first()?)?).ok()?;
        Some((*dict.get(at)?, number(pair.get(1)?)?))
    };
    let maybe = |v: &Cbor| match v {
        Cbor::Null => Some(None),
        v => version(v).map(Some),
    };
    let rows = field(10)?
        .as_array()?
        .iter()
        .map(|row| {
            let row = row.as_array()?;
            let cells = row
                .get(3)?
                .as_array()?
                .iter()
                .map(|cell| {
                    let cell = cell.as_array()?;
                    Some(CellChange {
                        cell: u8::try_from(number(cell.first()?)?).ok()?,
                        values: cell
                            .get(1)?
                            .as_array()?
                            .iter()
                            .map(of_cbor)
                            .collect::<Option<_>>()?,
                        preds: cell
                            .get(2)?
                            .as_array()?
                            .iter()
                            .map(version)
                            .collect::<Option<_>>()?,
                    })
                })
                .collect::<Option<_>>()?;
            Some(RowChange {
                table: u8::try_from(number(row.first()?)?).ok()?,
                key: row.get(1)?.as_bytes()?.as_slice().try_into().ok()?,
                new: row.get(2)?.as_bool()?,
                cells,
                seen: maybe(row.get(4)?)?,
            })
        })
        .collect::<Option<_>>()?;
    let label = field(11)?.as_array()?;
    Some(Entry {
        stream: field(3)?.as_bytes()?.as_slice().try_into().ok()?,
        seq: number(field(4)?)?,
        prev: field(5)?.as_bytes()?.clone(),
        lamport: number(field(6)?)?,
        wall_ms: number(field(7)?)?,
        actor: match field(8)? {
            Cbor::Null => None,
            v => Some(v.as_bytes()?.as_slice().try_into().ok()?),
        },
        rows,
        verb: label.first()?.as_text()?.to_owned(),
        subject: label.get(1)?.as_text()?.to_owned(),
        of: maybe(field(12)?)?,
    })
}
