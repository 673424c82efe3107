/**
 * What outlives a scan. For a connection: the threads that call, the log of calls, the sizes of
 * lists read before, the details remembered. For a statement: its deadline, its budget and the
 * answers that its scans share. Which calls a scan makes, and rows, are not known here.
 */
package io.github.bedrocksql.adapter.session;
