/**
 * What a scan is asked for ({@link io.github.bedrocksql.adapter.scan.ScanSpec}) and which calls
 * serve it ({@link io.github.bedrocksql.adapter.scan.Access}). Row expressions come in; nothing
 * here plans, generates code or calls.
 */
package io.github.bedrocksql.adapter.scan;
