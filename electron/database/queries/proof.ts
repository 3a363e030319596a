import type { Json } from "../../domain/canonicalJson.ts";
import { scorePath } from "../../domain/editionFacts.ts";
import { addFact, factPath, type Facts } from "../../domain/facts.ts";
import type { ReadDb } from "../open.ts";
import { statement } from "../statement.ts";

/** What was agreed, signed, sealed and printed of an edition, as facts. */
export function listProof(db: ReadDb, editionId: number): Facts {
  const facts: Facts = new Map();
  for (const { path, value } of sources.flatMap((sql) => rowsOf(db, sql, editionId))) {
    addFact(facts, factPath(...path), value);
  }
  return facts;
}

/** Each gives the parts of a path and a value, both as JSON. */
const roundsOfEdition = `rounds JOIN categories ON categories.id = rounds.category_id WHERE categories.edition_id = ?`;
const sources = [
  `SELECT json_array('aman') AS path, json_quote(secured_at) AS value FROM editions
    WHERE id = ? AND secured_at IS NOT NULL`,
  `SELECT json_array('pengetikan', categories.key, rounds.key) AS path, json_quote(keying) AS value
    FROM ${roundsOfEdition} AND keying <> 'single'`,
  `SELECT json_array('kebijakan') AS path, json_object('signatures', signatures, 'panelistNames', panelist_names,
      'signers', json((SELECT json_group_array(account_id ORDER BY position) FROM policy_signers
        WHERE policy_signers.edition_id = policies.edition_id))) AS value
    FROM policies WHERE edition_id = ?`,
  `SELECT json_array('akunpanelis', key) AS path, account_id AS value FROM panelists
    WHERE edition_id = ? AND account_id IS NOT NULL`,
  `SELECT json_array('tatanilai', version) AS path,
      json_object('reason', reason, 'openedAt', opened_at, 'hash', hash, 'frozenAt', frozen_at) AS value
    FROM rule_books WHERE edition_id = ?`,
  `SELECT json_array('tandatangan', subject, hash, account_id) AS path,
      json_object('name', name, 'role', role, 'signedAt', signed_at) AS value
    FROM signatures WHERE edition_id = ?`,
  `SELECT json_array('segel', categories.key, rounds.key, version) AS path,
      json_object('hash', seals.hash, 'sealedAt', sealed_at) AS value
    FROM seals JOIN rounds ON rounds.id = seals.round_id JOIN categories ON categories.id = rounds.category_id
    WHERE categories.edition_id = ?`,
  `SELECT json_array('koreksi', categories.key, rounds.key, number) AS path,
      json_object('reason', reason, 'changes', json(changes), 'requestedBy', requested_by,
        'requestedAt', requested_at, 'state', state, 'version', version) AS value
    FROM corrections JOIN rounds ON rounds.id = corrections.round_id
    JOIN categories ON categories.id = rounds.category_id WHERE categories.edition_id = ?`,
  `SELECT json_array('surat') AS path, json_object('signer', json_object('office', signer_office, 'name', signer_name,
      'rank', signer_rank), 'bases', json(bases), 'budget', budget, 'copies', json(copies), 'start', ceremony_start,
      'items', json(ceremony_items), 'guests', json(guests)) AS value
    FROM office_details WHERE edition_id = ?`,
  `SELECT json_array('acara', categories.key, rounds.key) AS path, json_object('date', date, 'start', start,
      'venue', venue, 'presentationMinutes', presentation_minutes, 'interviewMinutes', interview_minutes,
      'inPerson', json(CASE in_person WHEN 1 THEN 'true' WHEN 0 THEN 'false' END), 'pauses', json(pauses), 'turns', json(turns), 'lot', lot) AS value
    FROM round_events JOIN rounds ON rounds.id = round_id JOIN categories ON categories.id = rounds.category_id
    WHERE categories.edition_id = ?`,
  `SELECT json_array('pengumuman') AS path, json_object('declaredAt', declared_at, 'embargoUntil', embargo_until) AS value
    FROM declarations WHERE edition_id = ?`,
  // A null that json_patch meets leaves the field out: what went out before there was a register has no such fields.
  `SELECT json_array('cetak', serial) AS path, json_patch(json_object('key', key, 'versions', json(versions),
      'issuedAt', issued_at, 'revokedAt', revoked_at, 'revokedWhy', revoked_why),
      json_object('title', title, 'content', content, 'seenAt', seen_at, 'seenBy', seen_by, 'pages', pages,
        'number', number, 'restsOn', json(rests_on), 'seenHow', seen_how, 'form', nullif(form, 'pdf'),
        'withdrawnAt', withdrawn_at, 'withdrawnBy', withdrawn_by)) AS value
    FROM prints WHERE edition_id = ?`,
  `SELECT json_array('rancangan', key) AS path, json_object('name', name, 'hash', hash) AS value
    FROM designs WHERE edition_id = ?`,
  `SELECT json_array('rancanganpiagam', awards.key) AS path, json_quote(design_key) AS value
    FROM award_designs JOIN awards ON awards.id = award_id WHERE awards.edition_id = ?`,
  `SELECT json_array('periksanama', subject) AS path, json_object('text', text, 'account', account_id,
      'checker', checker, 'checkedAt', checked_at) AS value
    FROM name_checks WHERE edition_id = ?`,
  `SELECT json_array('temuannama', subject, rule) AS path, json_patch(json_object('sentence', sentence,
      'account', account_id, 'viewer', viewer, 'seenAt', seen_at), json_object('reason', reason)) AS value
    FROM seen_findings WHERE edition_id = ?`,
  `SELECT json_array('keluar', serial, run) AS path, json_patch(json_object('at', at, 'actor', actor, 'window', place,
      'target', target, 'reason', reason), json_object('outcome', outcome, 'pdfHash', pdf_hash, 'pdfBytes', pdf_bytes)) AS value
    FROM print_runs WHERE edition_id = ?`,
  `SELECT json_array('halaman', serial, page) AS path, json_patch(json_object('seenAt', seen_at, 'seenBy', seen_by),
      json_object('seenHow', seen_how)) AS value
    FROM seen_pages WHERE edition_id = ?`,
  `SELECT json_array('polanomor', kind) AS path, json_quote(pattern) AS value FROM number_patterns WHERE edition_id = ?`,
  `SELECT json_array('bertandatangan', serial) AS path, json_patch(json_object('key', key, 'hash', hash, 'signer', signer,
      'filedAt', filed_at, 'filedBy', filed_by), json_object('issuer', issuer)) AS value
    FROM signed_papers WHERE edition_id = ?`,
];

/** When the decisions of each round were taken, by category and round, in the order the rules see them. */
export function listDecisionTimes(db: ReadDb, editionId: number): Map<string, string[]> {
  const rows = statement<[number], { category: string; round: string; decidedAt: string }>(
    db,
    `SELECT categories.key AS category, rounds.key AS round, decided_at AS decidedAt FROM decisions
     JOIN rounds ON rounds.id = round_id JOIN categories ON categories.id = category_id
     WHERE edition_id = ? ORDER BY decisions.position, decisions.id`,
  ).all(editionId);
  const times = new Map<string, string[]>();
  for (const { category, round, decidedAt } of rows) {
    const path = factPath(category, round);
    times.set(path, [...(times.get(path) ?? []), decidedAt]);
  }
  return times;
}

/** Null is the desk; a panelist who is nowhere must not look like it. */
const panelistOfSheet = "CASE WHEN sheets.panelist_id IS NULL THEN NULL ELSE ifnull(panelists.key, '?') END";

/** What operators typed of sheets that are keyed twice or confirmed, as facts. */
export function listKeyingFacts(db: ReadDb, editionId: number): Facts {
  const rows = statement<
    [number],
    {
      category: string;
      round: string;
      panelist: string | null;
      entry: string;
      indicator: string;
      pass: number;
      value: string;
      account: number;
    }
  >(
    db,
    `SELECT categories.key AS category, rounds.key AS round, ${panelistOfSheet} AS panelist, regions.code AS entry,
      indicators.key AS indicator, pass, value, keyings.account_id AS account
     FROM keyings JOIN sheets ON sheets.id = sheet_id JOIN rounds ON rounds.id = sheets.round_id
     JOIN categories ON categories.id = rounds.category_id JOIN entries ON entries.id = sheets.entry_id
     JOIN regions ON regions.id = entries.region_id JOIN indicators ON indicators.id = indicator_id
     LEFT JOIN panelists ON panelists.id = sheets.panelist_id WHERE categories.edition_id = ?`,
  ).all(editionId);
  return new Map(
    rows.map(({ category, round, panelist, entry, indicator, pass, value, account }) => [
      keyingPath(scorePath(category, round, panelist, entry, indicator), pass),
      { value, account },
    ]),
  );
}

/** Every score of an edition as a fact, sheet by sheet: they never stand in memory together. */
export function* iterateScoreFacts(db: ReadDb, editionId: number): Generator<[string, string]> {
  const sheets = statement<
    [number],
    { id: number; category: string; round: string; panelist: string | null; entry: string }
  >(
    db,
    `SELECT sheets.id, categories.key AS category, rounds.key AS round,
      ${panelistOfSheet} AS panelist, regions.code AS entry
     FROM sheets JOIN rounds ON rounds.id = sheets.round_id JOIN categories ON categories.id = rounds.category_id
     JOIN entries ON entries.id = sheets.entry_id JOIN regions ON regions.id = entries.region_id
     LEFT JOIN panelists ON panelists.id = sheets.panelist_id
     WHERE categories.edition_id = ? ORDER BY categories.id, rounds.id, entries.position, sheets.id`,
  ).all(editionId);
  const keys = new Map(
    statement<[number], { id: number; key: string }>(
      db,
      `SELECT indicators.id, indicators.key FROM indicators JOIN rounds ON rounds.id = round_id
       JOIN categories ON categories.id = category_id WHERE edition_id = ?`,
    )
      .all(editionId)
      .map(({ id, key }) => [id, factPath(key)]),
  );
  const scores = statement<[number], [indicatorId: number, value: string]>(
    db,
    "SELECT indicator_id, value FROM scores WHERE sheet_id = ? ORDER BY indicator_id",
  ).raw();
  for (const { id, category, round, panelist, entry } of sheets) {
    const sheet = scorePath(category, round, panelist, entry, "");
    for (const [indicatorId, value] of scores.all(id)) yield [`${sheet}${keys.get(indicatorId)!}`, value];
  }
}

/** The path of what was typed for a score in one pass. */
export function keyingPath(score: string, pass: number): string {
  return `ketikan/${score.slice("nilai/".length)}/${pass}`;
}

function rowsOf(db: ReadDb, sql: string, editionId: number): { path: (string | number)[]; value: Json }[] {
  return statement<[number], { path: string; value: string }>(db, sql)
    .all(editionId)
    .map(({ path, value }) => ({
      path: JSON.parse(path) as (string | number)[],
      value: JSON.parse(value) as Json,
    }));
}
