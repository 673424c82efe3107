/**
 * What a scan is asked for ({@link io.github.bedrocksql.adapter.scan.ScanSpec}) and what of it the
 * API can take ({@link io.github.bedrocksql.adapter.scan.ScanAnalysis}). Row expressions come in,
 * restrictions of {@link io.github.bedrocksql.adapter.access} and lists of run-time values go out;
 * nothing here plans, generates code or calls.
 */
package io.github.bedrocksql.adapter.scan;
