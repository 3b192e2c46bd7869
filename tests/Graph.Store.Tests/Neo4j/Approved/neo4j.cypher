// Entities
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p0) - 1) AS i MATCH (e:_Entity {key: $p0[i]})
 RETURN collect([i, e.key, e._kind, e._degree, e._json, null]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// Names, exact
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
MATCH (n:_Name) WHERE n._folded IN $indexed AND n.folded IN $folded WITH n ORDER BY n._folded, n.folded, n.entity, n.name, n.language, n.role RETURN collect([n.entity, n.folded, n.name, n.language, n.role, n.linkable]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// Names, by prefix, of kinds, after a place
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
MATCH (n:_Name) WHERE n._folded STARTS WITH $indexed AND n.folded STARTS WITH $folded AND n._folded >= $afterIndexed AND (n.folded > $afterFolded OR (n.folded = $afterFolded AND n.entity > $afterEntity)) AND n._kind IN $kinds WITH n ORDER BY n._folded, n.folded, n.entity, n.name, n.language, n.role LIMIT $limit RETURN collect([n.entity, n.folded, n.name, n.language, n.role, n.linkable]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// Names, by terms
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
CALL db.index.fulltext.queryNodes('graph_name_terms', $query, {limit: $limit}) YIELD node AS n WITH n WHERE all(t IN $terms WHERE t IN n._terms) WITH n ORDER BY n._folded, n.folded, n.entity, n.name, n.language, n.role RETURN collect([n.entity, n.folded, n.name, n.language, n.role, n.linkable]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// EntityPage, all, by name
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
CALL () { MATCH (e:_Entity) WHERE true AND e._byName > $p1 WITH e ORDER BY e._byName LIMIT $p0 RETURN collect([e._byName, e.key, e._kind, null, null, null]) AS rows0 }
WITH rows0 AS rows
WITH rows, null AS total
WITH rows, total, false AS prev, false AS next
 RETURN collect([rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// EntityPage, one kind, with everything
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
CALL () { MATCH (e:_Entity:Person) WHERE e._kind IN $p0 AND e.key > $p2 AND e.key < $p3 WITH e ORDER BY e.key LIMIT $p1 RETURN collect([e.key, e.key, e._kind, null, e._json, null]) AS rows0 }
WITH rows0 AS rows
CALL () { MATCH (e:_Entity:Person) WHERE e._kind IN $p0 RETURN count(*) AS total }
WITH rows, total, coalesce(rows[0][0], $p5) AS a, coalesce(rows[-1][0] + $p4, $p6) AS b
WITH rows, total, EXISTS { MATCH (e:_Entity:Person) WHERE e._kind IN $p0 AND e.key < a RETURN e } AS prev, EXISTS { MATCH (e:_Entity:Person) WHERE e._kind IN $p0 AND e.key >= b RETURN e } AS next
 RETURN collect([rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// EntityPage, by the beginning of a name
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
CALL () { MATCH (n0:_Name) WHERE n0._folded STARTS WITH $p1 AND n0.folded STARTS WITH $p0 WITH DISTINCT n0.entity AS k1 MATCH (e:_Entity {key: k1}) WHERE true AND e.key > $p3 WITH e ORDER BY e.key LIMIT $p2 RETURN collect([e.key, e.key, e._kind, null, null, null]) AS rows0 }
WITH rows0 AS rows
WITH rows, null AS total
WITH rows, total, false AS prev, false AS next
 RETURN collect([rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// EntityPage, with some relationship
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
CALL () { MATCH (e:_Entity) WHERE NOT (EXISTS { CALL (e) { MATCH (s0:_Statement {_source: e.key}) WHERE s0._type IN $p0 AND s0._target IS NOT NULL RETURN s0 } WITH s0, CASE WHEN s0._source = e.key THEN s0._target ELSE s0._source END AS k2 WHERE NOT s0._negated AND s0._type IN $p1 MATCH (e1:_Entity {key: k2}) WHERE e1._degree > $p2 RETURN s0 }) AND e.key > $p4 WITH e ORDER BY e.key LIMIT $p3 RETURN collect([e.key, e.key, e._kind, null, null, null]) AS rows0 }
WITH rows0 AS rows
WITH rows, null AS total
WITH rows, total, false AS prev, false AS next
 RETURN collect([rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// StatementPage, all
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
CALL () { MATCH (s:_Statement) WHERE true AND s._id > $p1 WITH s ORDER BY s._id LIMIT $p0 RETURN collect([s._id, s._id, s._source, s._target, s.status, s._negated, null]) AS rows0 }
WITH rows0 AS rows
WITH rows, null AS total
WITH rows, total, false AS prev, false AS next
 RETURN collect([rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// StatementPage, by period, descending, with everything
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
CALL () { MATCH (s:_Statement) WHERE s._negated = $p0 AND s._byPeriod > $p2 AND s._byPeriod < $p3 WITH s ORDER BY s._byPeriod DESC LIMIT $p1 RETURN collect([s._byPeriod, s._id, s._source, s._target, s.status, s._negated, s._json]) AS rows0 }
CALL (rows0) { WITH rows0 WHERE size(rows0) < $p1 MATCH (s:_Statement) WHERE s._negated = $p0 AND s._byPeriod > $p4 WITH s ORDER BY s._byPeriod DESC LIMIT $p1 RETURN collect([s._byPeriod, s._id, s._source, s._target, s.status, s._negated, s._json]) AS rows1 }
WITH (rows0 + rows1)[..$p1] AS rows
CALL () { MATCH (s:_Statement) WHERE s._negated = $p0 RETURN count(*) AS total }
WITH rows, total, coalesce(rows[0][0] + $p5, $p6) AS a, coalesce(rows[-1][0], $p7) AS b
WITH rows, total, coalesce(EXISTS { MATCH (s:_Statement) WHERE s._negated = $p0 AND s._byPeriod >= a AND s._byPeriod < $p8 RETURN s } OR (a >= $p8 AND (EXISTS { MATCH (s:_Statement) WHERE s._negated = $p0 AND s._byPeriod >= a RETURN s } OR EXISTS { MATCH (s:_Statement) WHERE s._negated = $p0 AND s._byPeriod < $p8 RETURN s })), false) AS prev, coalesce(EXISTS { MATCH (s:_Statement) WHERE s._negated = $p0 AND s._byPeriod < b AND s._byPeriod >= $p8 RETURN s } OR (b < $p8 AND (EXISTS { MATCH (s:_Statement) WHERE s._negated = $p0 AND s._byPeriod < b RETURN s } OR EXISTS { MATCH (s:_Statement) WHERE s._negated = $p0 AND s._byPeriod >= $p8 RETURN s })), false) AS next
 RETURN collect([rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// StatementPage, about entities
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
CALL () { CALL () { CALL db.index.fulltext.queryNodes('graph_statement_refs', $p0) YIELD node AS s RETURN s } WITH s WHERE any(w0 IN $p1 WHERE w0 IN s._refs) AND s._id > $p3 WITH s ORDER BY s._id LIMIT $p2 RETURN collect([s._id, s._id, s._source, s._target, s.status, s._negated, null]) AS rows0 }
WITH rows0 AS rows
WITH rows, null AS total
WITH rows, total, false AS prev, false AS next
 RETURN collect([rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// StatementPage, every filter
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
CALL () { MATCH (s:_Statement) WHERE (true OR false OR NOT (s._target IS NULL) OR s._target IS NOT NULL OR s._type IN $p0 OR s.status IN $p1 OR s._negated = $p2 OR s._id IN $p3 OR s._spoken OR (s._speaker IS NOT NULL AND s._speaker IN $p4) OR any(w0 IN $p5 WHERE w0 IN s._refs) OR any(w1 IN $p6 WHERE w1 IN s._refs) OR any(w2 IN $p7 WHERE w2 IN s._refs) OR ((s._source IN $p8) OR (s._target IS NOT NULL AND s._type IN $p9 AND s._target IN $p8)) OR ((s._target IS NOT NULL AND s._target IN $p10) OR (s._target IS NOT NULL AND s._type IN $p11 AND s._source IN $p10)) OR ((s._target IS NOT NULL AND (s._source IN $p12 AND s._target IN $p13)) OR (s._target IS NOT NULL AND s._type IN $p14 AND (s._target IN $p12 AND s._source IN $p13))) OR (s._from <= $p15 AND s._to >= $p16) OR (s._amount IS NOT NULL AND s._amount >= $p17) OR (s._amount IS NOT NULL AND s._amount IN $p18)) AND s._id > $p20 WITH s ORDER BY s._id LIMIT $p19 RETURN collect([s._id, s._id, s._source, s._target, s.status, s._negated, null]) AS rows0 }
WITH rows0 AS rows
WITH rows, null AS total
WITH rows, total, false AS prev, false AS next
 RETURN collect([rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// StatementsOf, Out
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p3) - 1) AS i
WITH i, $p3[i] AS anchor
CALL (i, anchor) { CALL (i, anchor) { MATCH (s:_Statement {_source: anchor}) WHERE s._type > '' AND s._target IS NOT NULL RETURN s UNION ALL MATCH (s:_Statement {_target: anchor}) WHERE s._type IN $p0 RETURN s } WITH s WHERE true AND s._id > $p2 WITH s ORDER BY s._id LIMIT $p1 RETURN collect([s._id, s._id, s._source, s._target, s.status, s._negated, s._json]) AS rows0 }
WITH i, anchor, rows0 AS rows
WITH i, anchor, rows, null AS total
WITH i, anchor, rows, total, false AS prev, false AS next
 RETURN collect([i, rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// StatementsOf, In
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p3) - 1) AS i
WITH i, $p3[i] AS anchor
CALL (i, anchor) { CALL (i, anchor) { MATCH (s:_Statement {_target: anchor}) WHERE s._type > '' RETURN s UNION ALL MATCH (s:_Statement {_source: anchor}) WHERE s._type IN $p0 AND s._target IS NOT NULL RETURN s } WITH s WHERE true AND s._id > $p2 WITH s ORDER BY s._id LIMIT $p1 RETURN collect([s._id, s._id, s._source, s._target, s.status, s._negated, s._json]) AS rows0 }
WITH i, anchor, rows0 AS rows
WITH i, anchor, rows, null AS total
WITH i, anchor, rows, total, false AS prev, false AS next
 RETURN collect([i, rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// StatementsOf, AnyEnd
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p2) - 1) AS i
WITH i, $p2[i] AS anchor
CALL (i, anchor) { CALL (i, anchor) { MATCH (s:_Statement {_source: anchor}) WHERE s._type > '' AND s._target IS NOT NULL RETURN s UNION ALL MATCH (s:_Statement {_target: anchor}) WHERE s._type > '' RETURN s } WITH s WHERE true AND s._id > $p1 WITH s ORDER BY s._id LIMIT $p0 RETURN collect([s._id, s._id, s._source, s._target, s.status, s._negated, s._json]) AS rows0 }
WITH i, anchor, rows0 AS rows
WITH i, anchor, rows, null AS total
WITH i, anchor, rows, total, false AS prev, false AS next
 RETURN collect([i, rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// StatementsOf, Observed
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p2) - 1) AS i
WITH i, $p2[i] AS anchor
CALL (i, anchor) { CALL (i, anchor) { MATCH (s:_Statement {_source: anchor}) WHERE s._type > '' AND s._target IS NULL RETURN s } WITH s WHERE true AND s._id > $p1 WITH s ORDER BY s._id LIMIT $p0 RETURN collect([s._id, s._id, s._source, s._target, s.status, s._negated, s._json]) AS rows0 }
WITH i, anchor, rows0 AS rows
WITH i, anchor, rows, null AS total
WITH i, anchor, rows, total, false AS prev, false AS next
 RETURN collect([i, rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// StatementsOf, About
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p2) - 1) AS i
WITH i, $p2[i] AS anchor
CALL (i, anchor) { CALL (i, anchor) { CALL db.index.fulltext.queryNodes('graph_statement_refs', '"' + replace(replace('e:' + anchor, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS s WHERE 'e:' + anchor IN s._refs RETURN s } WITH s WHERE true AND s._id > $p1 WITH s ORDER BY s._id LIMIT $p0 RETURN collect([s._id, s._id, s._source, s._target, s.status, s._negated, s._json]) AS rows0 }
WITH i, anchor, rows0 AS rows
WITH i, anchor, rows, null AS total
WITH i, anchor, rows, total, false AS prev, false AS next
 RETURN collect([i, rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// StatementsOf, Passage
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p2) - 1) AS i
WITH i, $p2[i] AS anchor
CALL (i, anchor) { CALL (i, anchor) { CALL db.index.fulltext.queryNodes('graph_statement_refs', '"' + replace(replace('p:' + anchor, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS s WHERE 'p:' + anchor IN s._refs RETURN s } WITH s WHERE true AND s._id > $p1 WITH s ORDER BY s._id LIMIT $p0 RETURN collect([s._id, s._id, s._source, s._target, s.status, s._negated, s._json]) AS rows0 }
WITH i, anchor, rows0 AS rows
WITH i, anchor, rows, null AS total
WITH i, anchor, rows, total, false AS prev, false AS next
 RETURN collect([i, rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// StatementsOf, Article
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p2) - 1) AS i
WITH i, $p2[i] AS anchor
CALL (i, anchor) { CALL (i, anchor) { CALL db.index.fulltext.queryNodes('graph_statement_refs', '"' + replace(replace('a:' + anchor, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS s WHERE 'a:' + anchor IN s._refs RETURN s } WITH s WHERE true AND s._id > $p1 WITH s ORDER BY s._id LIMIT $p0 RETURN collect([s._id, s._id, s._source, s._target, s.status, s._negated, s._json]) AS rows0 }
WITH i, anchor, rows0 AS rows
WITH i, anchor, rows, null AS total
WITH i, anchor, rows, total, false AS prev, false AS next
 RETURN collect([i, rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// Entities, with relationships and what they lead to
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p0) - 1) AS i MATCH (e:_Entity {key: $p0[i]})
CALL (e) { CALL (e) { CALL (e) { MATCH (s:_Statement {_source: e.key}) WHERE s._type IN $p1 AND s._target IS NOT NULL RETURN s } WITH s WHERE s._type IN $p2 AND s._id > $p8 WITH s ORDER BY s._id LIMIT $p7 CALL (e, s) { MATCH (e1:_Entity {key: CASE WHEN s._source = e.key THEN s._target ELSE s._source END}) CALL (e1) { CALL (e1) { CALL (e1) { MATCH (s:_Statement {_source: e1.key}) WHERE s._type IN $p3 AND s._target IS NOT NULL RETURN s } WITH s WHERE s._type IN $p4 AND s._id > $p6 WITH s ORDER BY s._id LIMIT $p5 CALL (e1, s) { MATCH (e3:_Entity {key: CASE WHEN s._source = e1.key THEN s._target ELSE s._source END}) RETURN collect([e3.key, e3._kind, null, null, null]) AS other } RETURN collect([s._id, s._id, s._source, s._target, s.status, s._negated, null, other]) AS rows0 }
WITH e1, rows0 AS rows
WITH e1, rows, null AS total
WITH e1, rows, total, false AS prev, false AS next
RETURN [rows, total, prev, next] AS page2 }
RETURN collect([e1.key, e1._kind, e1._degree, CASE WHEN e1._names IS NULL THEN e1._json END, e1._names, [page2]]) AS other } RETURN collect([s._id, s._id, s._source, s._target, s.status, s._negated, null, other]) AS rows0 }
WITH e, rows0 AS rows
WITH e, rows, null AS total
WITH e, rows, total, false AS prev, false AS next
RETURN [rows, total, prev, next] AS page0 }
 RETURN collect([i, e.key, e._kind, null, CASE WHEN e._names IS NULL THEN e._json END, e._names, [page0]]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// Statements
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($ids) - 1) AS i MATCH (s:_Statement {_id: $ids[i]}) RETURN collect([i, s._id, s._source, s._target, s.status, s._negated, s._json]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// Neighbours, Any
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($keys) - 1) AS i
MATCH (a:_Entity {key: $keys[i]})
CALL (a) { CALL (a) { MATCH (a)-[r:INFLUENCED_BY|COMPETES_WITH|PARTNER_OF|DEVELOPS|HEADED_BY]-(b:_Entity) WHERE r._from <= $to AND r._to >= $from AND b._kind IN $kinds RETURN b.key AS k } WITH DISTINCT k ORDER BY k RETURN collect(k) AS ks } RETURN collect([i, size(ks), ks[..$most]]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// Neighbours, Out
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($keys) - 1) AS i
MATCH (a:_Entity {key: $keys[i]})
CALL (a) { CALL (a) { MATCH (a)-[r:INFLUENCED_BY|COMPETES_WITH|PARTNER_OF|DEVELOPS|HEADED_BY]->(b:_Entity) WHERE r._from <= $to AND r._to >= $from AND b._kind IN $kinds RETURN b.key AS k UNION ALL MATCH (a)<-[r:COMPETES_WITH|PARTNER_OF]-(b:_Entity) WHERE r._from <= $to AND r._to >= $from AND b._kind IN $kinds RETURN b.key AS k } WITH DISTINCT k ORDER BY k RETURN collect(k) AS ks } RETURN collect([i, size(ks), ks[..$most]]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// Neighbours, In
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($keys) - 1) AS i
MATCH (a:_Entity {key: $keys[i]})
CALL (a) { CALL (a) { MATCH (a)<-[r:INFLUENCED_BY|COMPETES_WITH|PARTNER_OF|DEVELOPS|HEADED_BY]-(b:_Entity) WHERE r._from <= $to AND r._to >= $from AND b._kind IN $kinds RETURN b.key AS k UNION ALL MATCH (a)-[r:COMPETES_WITH|PARTNER_OF]->(b:_Entity) WHERE r._from <= $to AND r._to >= $from AND b._kind IN $kinds RETURN b.key AS k } WITH DISTINCT k ORDER BY k RETURN collect(k) AS ks } RETURN collect([i, size(ks), ks[..$most]]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// ShortestPaths
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
MATCH (a:_Entity {key: $start}) MATCH (b:_Entity {key: $end})
MATCH p = allShortestPaths((a)-[:INFLUENCED_BY|COMPETES_WITH|PARTNER_OF|DEVELOPS|HEADED_BY*..4]-(b)) WHERE all(r IN relationships(p) WHERE r._from <= $to AND r._to >= $from)
WITH p LIMIT $most
WITH collect(nodes(p)) AS met
UNWIND met AS ns
WITH DISTINCT size(met) AS found, ns, [n IN ns | n.key] AS keys ORDER BY keys LIMIT $limit RETURN collect([found, [n IN ns | [n.key, n._kind, null, CASE WHEN n._names IS NULL THEN n._json END, n._names]]]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// Articles
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
MATCH (a:Article) WITH a._json AS json ORDER BY a.key RETURN collect([json]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// Passages
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($ids) - 1) AS i MATCH (p:Passage {_id: $ids[i]}) RETURN collect([i, p._json]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// PassagesOf
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($keys) - 1) AS i MATCH (p:Passage {article: $keys[i]}) WITH i, p._json AS json ORDER BY i, p.number RETURN collect([i, json]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// Mentions
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p0) - 1) AS i
WITH i, $p0[i] AS anchor
CALL (i, anchor) { MATCH (m:_Mention {entity: anchor}) WHERE true AND m._id > $p2 AND m._id < $p3 WITH m ORDER BY m._id LIMIT $p1 RETURN collect([m._id, m.passage, m.language, m.start, m.end, m.entity]) AS rows0 }
WITH i, anchor, rows0 AS rows
CALL (i, anchor) { MATCH (m:_Mention {entity: anchor}) WHERE true RETURN count(*) AS total }
WITH i, anchor, rows, total, coalesce(rows[0][0], $p5) AS a, coalesce(rows[-1][0] + $p4, $p6) AS b
WITH i, anchor, rows, total, EXISTS { MATCH (m:_Mention {entity: anchor}) WHERE true AND m._id < a RETURN m } AS prev, EXISTS { MATCH (m:_Mention {entity: anchor}) WHERE true AND m._id >= b RETURN m } AS next
 RETURN collect([i, rows, total, prev, next]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountEntities
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
MATCH (e:_Entity) WHERE true WITH e._kind AS value, count(*) AS n ORDER BY value RETURN collect([value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountStatements, All
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
MATCH (s:_Statement) WHERE true WITH '' AS value WITH value, count(*) AS n ORDER BY value RETURN collect([value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountStatements, Form
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
MATCH (s:_Statement) WHERE true WITH CASE WHEN s._target IS NULL THEN 'OBSERVATION' ELSE 'RELATIONSHIP' END AS value WITH value, count(*) AS n ORDER BY value RETURN collect([value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountStatements, Type
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
MATCH (s:_Statement) WHERE true WITH s._type AS value WITH value, count(*) AS n ORDER BY value RETURN collect([value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountStatements, Status
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
MATCH (s:_Statement) WHERE true WITH s.status AS value WITH value, count(*) AS n ORDER BY value RETURN collect([value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountStatements, Polarity
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
MATCH (s:_Statement) WHERE true WITH CASE WHEN s._negated THEN 'NEGATED' ELSE 'AFFIRMED' END AS value WITH value, count(*) AS n ORDER BY value RETURN collect([value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountStatements, Speaker
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
MATCH (s:_Statement) WHERE true WITH s._speaker AS value WHERE value IS NOT NULL WITH value, count(*) AS n ORDER BY value RETURN collect([value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountStatements, Article
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
MATCH (s:_Statement) WHERE true UNWIND [w IN s._refs WHERE w STARTS WITH 'a:' | substring(w, 2)] AS value WITH value, count(*) AS n ORDER BY value RETURN collect([value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountStatementsOf, Out
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p1) - 1) AS i
WITH i, $p1[i] AS anchor
CALL (anchor) { MATCH (s:_Statement {_source: anchor}) WHERE s._type > '' AND s._target IS NOT NULL RETURN s UNION ALL MATCH (s:_Statement {_target: anchor}) WHERE s._type IN $p0 RETURN s }
WITH i, s WHERE true
WITH i, s.status AS value
WITH i, value, count(*) AS n RETURN collect([i, value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountStatementsOf, In
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p1) - 1) AS i
WITH i, $p1[i] AS anchor
CALL (anchor) { MATCH (s:_Statement {_target: anchor}) WHERE s._type > '' RETURN s UNION ALL MATCH (s:_Statement {_source: anchor}) WHERE s._type IN $p0 AND s._target IS NOT NULL RETURN s }
WITH i, s WHERE true
WITH i, s.status AS value
WITH i, value, count(*) AS n RETURN collect([i, value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountStatementsOf, AnyEnd
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p0) - 1) AS i
WITH i, $p0[i] AS anchor
CALL (anchor) { MATCH (s:_Statement {_source: anchor}) WHERE s._type > '' AND s._target IS NOT NULL RETURN s UNION ALL MATCH (s:_Statement {_target: anchor}) WHERE s._type > '' RETURN s }
WITH i, s WHERE true
WITH i, s.status AS value
WITH i, value, count(*) AS n RETURN collect([i, value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountStatementsOf, Observed
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p0) - 1) AS i
WITH i, $p0[i] AS anchor
CALL (anchor) { MATCH (s:_Statement {_source: anchor}) WHERE s._type > '' AND s._target IS NULL RETURN s }
WITH i, s WHERE true
WITH i, s.status AS value
WITH i, value, count(*) AS n RETURN collect([i, value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountStatementsOf, About
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p0) - 1) AS i
WITH i, $p0[i] AS anchor
CALL (anchor) { CALL db.index.fulltext.queryNodes('graph_statement_refs', '"' + replace(replace('e:' + anchor, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS s WHERE 'e:' + anchor IN s._refs RETURN s }
WITH i, s WHERE true
WITH i, s.status AS value
WITH i, value, count(*) AS n RETURN collect([i, value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountStatementsOf, Passage
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p0) - 1) AS i
WITH i, $p0[i] AS anchor
CALL (anchor) { CALL db.index.fulltext.queryNodes('graph_statement_refs', '"' + replace(replace('p:' + anchor, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS s WHERE 'p:' + anchor IN s._refs RETURN s }
WITH i, s WHERE true
WITH i, s.status AS value
WITH i, value, count(*) AS n RETURN collect([i, value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// CountStatementsOf, Article
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($p0) - 1) AS i
WITH i, $p0[i] AS anchor
CALL (anchor) { CALL db.index.fulltext.queryNodes('graph_statement_refs', '"' + replace(replace('a:' + anchor, '\\', '\\\\'), '"', '\\"') + '"') YIELD node AS s WHERE 'a:' + anchor IN s._refs RETURN s }
WITH i, s WHERE true
WITH i, s.status AS value
WITH i, value, count(*) AS n RETURN collect([i, value, n]) AS found }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN found, done, begun

// Changes
MATCH (c:_Change) WHERE c.seq > $after RETURN c.seq, c.at, c.by, c._json ORDER BY c.seq LIMIT $limit

// Several reads together
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.done AS done }
CALL () {
UNWIND range(0, size($each) - 1) AS n WITH n, $each[n] AS q CALL (q) { MATCH (n:_Name) CALL (q) { RETURN q.a AS x } CALL (q, n) { RETURN q.b AS y LIMIT $c } RETURN collect([n.name, x, y]) AS found } RETURN collect([n, found]) AS founds }
CALL () { MATCH (w:_Meta {name: 'commits'}) RETURN w.begun AS begun }
RETURN founds, done, begun

// Apply, NewArticle
UNWIND $rows AS row CREATE (a:Article) SET a = row RETURN count(*)

// Apply, ChangedArticle
UNWIND $rows AS row MATCH (a:Article {_id: row._id}) SET a = row RETURN count(*)

// Apply, NewPassage
UNWIND $rows AS row CREATE (p:Passage) SET p = row RETURN count(*)

// Apply, ChangedPassage
UNWIND $rows AS row MATCH (p:Passage {_id: row._id}) SET p = row RETURN count(*)

// Apply, OldMentions
UNWIND $rows AS row MATCH (m:_Mention {passage: row}) DELETE m RETURN count(*)

// Apply, NewMention
UNWIND $rows AS row CREATE (m:_Mention) SET m = row RETURN count(*)

// Apply, NewEntity
UNWIND $rows AS row CREATE (e:$(row.labels)) SET e = row.node RETURN count(*)

// Apply, ChangedEntity
UNWIND $rows AS row MATCH (e:_Entity {key: row.key}) WITH row, e, e._degree AS degree, e._byDegree AS byDegree REMOVE e:$(row.old) SET e:$(row.labels) SET e = row.node SET e._degree = degree, e._byDegree = byDegree RETURN count(*)

// Apply, OldNames
UNWIND $rows AS row MATCH (n:_Name {entity: row}) DELETE n RETURN count(*)

// Apply, NewName
UNWIND $rows AS row CREATE (n:_Name) SET n = row RETURN count(*)

// Apply, OldRelationship
UNWIND $rows AS row MATCH (s:_Statement {_id: row.id}) MATCH (:_Entity {key: row.source})-[r:$(row.type)]->(:_Entity {key: row.target}) WHERE r._id = row.id DELETE r, s RETURN count(*)

// Apply, OldObservation
UNWIND $rows AS row MATCH (s:_Statement {_id: row.id}) DETACH DELETE s RETURN count(*)

// Apply, ChangedRelationship
UNWIND $rows AS row MATCH (s:_Statement {_id: row.id}) MATCH (:_Entity {key: row.source})-[r:$(row.type)]->(:_Entity {key: row.target}) WHERE r._id = row.id SET r = row.edge SET s = row.node RETURN count(*)

// Apply, ChangedObservation
UNWIND $rows AS row MATCH (s:_Statement {_id: row.id}) SET s = row.node RETURN count(*)

// Apply, NewRelationship
UNWIND $rows AS row MATCH (a:_Entity {key: row[0]}) MATCH (b:_Entity {key: row[1]})
CREATE (a)-[r:$(row[2]) {_id: row[3], status: row[4], _from: row[5], _to: row[6]}]->(b) SET r += row[11]
CREATE (s:_Statement {_id: row[3], name: row[0] + ' ' + row[2] + ' ' + row[1], status: row[4], _source: row[0], _type: row[2], _target: row[1], _negated: false, _spoken: false, _from: row[5], _to: row[6],
  _byPeriod: row[7] + row[3], _byPosition: row[8] + row[3], _byAmount: '2' + row[3], _refs: ['e:' + row[0], 'e:' + row[1]] + row[9],
  _json: '{"id":"' + row[3] + '","source":"' + row[0] + '","type":"' + row[2] + '","target":"' + row[1] + '"' + row[10]}) SET s += row[12] RETURN count(*)

// Apply, NewObservation
UNWIND $rows AS row MATCH (e:_Entity {key: row.source}) CREATE (e)-[:$(row.type)]->(s:_Statement:Observation) SET s = row.node RETURN count(*)

// Apply, the rest
UNWIND $rows AS id WITH id WHERE EXISTS { MATCH (:Passage {article: id}) } RETURN id LIMIT 1
UNWIND $rows AS id WITH id WHERE NOT EXISTS { MATCH (:Article {_id: 'a_' + id}) } RETURN id LIMIT 1
UNWIND $rows AS id MATCH (n:Article {_id: 'a_' + id}) DELETE n RETURN count(*)
UNWIND $rows AS id CALL db.index.fulltext.queryNodes('graph_statement_refs', '"p:' + id + '"') YIELD node WITH id, node WHERE 'p:' + id IN node._refs RETURN id LIMIT 1
UNWIND $rows AS id WITH id WHERE NOT EXISTS { MATCH (:Passage {_id: id}) } RETURN id LIMIT 1
UNWIND $rows AS id MATCH (n:Passage {_id: id}) DELETE n RETURN count(*)
UNWIND $rows AS id CALL db.index.fulltext.queryNodes('graph_statement_refs', '"e:' + id + '"') YIELD node WITH id, node WHERE 'e:' + id IN node._refs RETURN id LIMIT 1
UNWIND $rows AS id WITH id WHERE EXISTS { MATCH (:_Mention {entity: id}) } RETURN id LIMIT 1
UNWIND $rows AS id WITH id WHERE NOT EXISTS { MATCH (:_Entity {key: id}) } RETURN id LIMIT 1
UNWIND $rows AS id MATCH (n:_Entity {key: id}) DELETE n RETURN count(*)
MERGE (m:_Meta {name: 'graph'}) ON CREATE SET m.format = $format, m.change = 0, m.made = $made
MERGE (w:_Meta {name: 'commits'}) ON CREATE SET w.begun = '', w.done = ''
MATCH (m:_Meta {name: 'graph'}) SET m._writer = $writer RETURN m.change, m.load, m.loadFingerprint, m.made, m.renewing
SHOW TRANSACTIONS YIELD transactionId AS id, parameters AS waiting WHERE waiting.writer = $mark TERMINATE TRANSACTIONS id YIELD message RETURN message
UNWIND $rows AS row MATCH (e:_Entity {key: row.key}) WITH e, e._degree + row.by AS degree SET e._degree = degree, e._byDegree = right('000000000000' + toString(degree), 12) + '\u0001' + e.key RETURN count(*)
MATCH (m:_Meta {name: 'graph'}) SET m.change = $seq, m.load = $load, m.loadFingerprint = $print CREATE (:_Change {seq: $seq, name: $name, at: $at, by: $by, _json: $json})
MATCH (w:_Meta {name: 'commits'}) SET w.begun = $mark RETURN count(*)
MATCH (w:_Meta {name: 'commits'}) WHERE w.begun = $mark SET w.done = $mark RETURN count(*)
MATCH (m:_Meta {name: 'graph'}) SET m.renewing = $renewing REMOVE m.made RETURN count(*)
MATCH (m:_Meta {name: 'graph'}) SET m.ontology = $ontology, m.made = $made REMOVE m.renewing RETURN count(*)
MATCH (e:_Entity) WHERE e.key > $after WITH * ORDER BY e.key LIMIT $limit RETURN e.key, properties(e), labels(e)
MATCH (s:_Statement) WHERE s._id > $after WITH * ORDER BY s._id LIMIT $limit RETURN s._id, properties(s), COLLECT { MATCH (:_Entity {key: s._source})-[r]->(:_Entity {key: s._target}) WHERE r._id = s._id RETURN [type(r), properties(r)] }
 + COLLECT { MATCH (:_Entity {key: s._source})-[r]->(s) RETURN [type(r), properties(r)] }, labels(s)
MATCH (a:Article) WHERE a._id > $after WITH * ORDER BY a._id LIMIT $limit RETURN a._id, properties(a)

// Schema
CREATE CONSTRAINT graph_entity_key IF NOT EXISTS FOR (n:_Entity) REQUIRE n.key IS UNIQUE
CREATE CONSTRAINT graph_statement_id IF NOT EXISTS FOR (n:_Statement) REQUIRE n._id IS UNIQUE
CREATE RANGE INDEX graph_Agent_name IF NOT EXISTS FOR (n:Agent) ON (n._byName)
CREATE RANGE INDEX graph_Product_name IF NOT EXISTS FOR (n:Product) ON (n._byName)
CREATE RANGE INDEX graph_Person_name IF NOT EXISTS FOR (n:Person) ON (n._byName)
CREATE RANGE INDEX graph_Company_name IF NOT EXISTS FOR (n:Company) ON (n._byName)
CREATE RANGE INDEX graph_observation_metric IF NOT EXISTS FOR (n:Observation) ON (n.metric, n._byAmount)
CREATE CONSTRAINT graph_passage_id IF NOT EXISTS FOR (n:Passage) REQUIRE n._id IS UNIQUE
CREATE CONSTRAINT graph_article_id IF NOT EXISTS FOR (n:Article) REQUIRE n._id IS UNIQUE
CREATE CONSTRAINT graph_name_id IF NOT EXISTS FOR (n:_Name) REQUIRE n._id IS UNIQUE
CREATE CONSTRAINT graph_mention_id IF NOT EXISTS FOR (n:_Mention) REQUIRE n._id IS UNIQUE
CREATE CONSTRAINT graph_change_seq IF NOT EXISTS FOR (n:_Change) REQUIRE n.seq IS UNIQUE
CREATE CONSTRAINT graph_meta_name IF NOT EXISTS FOR (n:_Meta) REQUIRE n.name IS UNIQUE
CREATE RANGE INDEX graph_entity_name IF NOT EXISTS FOR (n:_Entity) ON (n._byName)
CREATE RANGE INDEX graph_entity_degree IF NOT EXISTS FOR (n:_Entity) ON (n._byDegree)
CREATE RANGE INDEX graph_name_folded IF NOT EXISTS FOR (n:_Name) ON (n._folded)
CREATE RANGE INDEX graph_name_entity IF NOT EXISTS FOR (n:_Name) ON (n.entity)
CREATE RANGE INDEX graph_mention_entity IF NOT EXISTS FOR (n:_Mention) ON (n.entity)
CREATE RANGE INDEX graph_mention_passage IF NOT EXISTS FOR (n:_Mention) ON (n.passage)
CREATE RANGE INDEX graph_passage_article IF NOT EXISTS FOR (n:Passage) ON (n.article)
CREATE RANGE INDEX graph_statement_source_type IF NOT EXISTS FOR (n:_Statement) ON (n._source, n._type)
CREATE RANGE INDEX graph_statement_target_type IF NOT EXISTS FOR (n:_Statement) ON (n._target, n._type)
CREATE RANGE INDEX graph_statement_type IF NOT EXISTS FOR (n:_Statement) ON (n._type, n._byPeriod)
CREATE RANGE INDEX graph_statement_period IF NOT EXISTS FOR (n:_Statement) ON (n._byPeriod)
CREATE RANGE INDEX graph_statement_position IF NOT EXISTS FOR (n:_Statement) ON (n._byPosition)
CREATE FULLTEXT INDEX graph_name_terms IF NOT EXISTS FOR (n:_Name) ON EACH [n._terms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
CREATE FULLTEXT INDEX graph_statement_refs IF NOT EXISTS FOR (s:_Statement) ON EACH [s._refs] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
