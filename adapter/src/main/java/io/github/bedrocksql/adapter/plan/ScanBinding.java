package io.github.bedrocksql.adapter.plan;

import io.github.bedrocksql.adapter.execute.ScanExecutor;
import io.github.bedrocksql.adapter.table.TableDefinition;

/** A table of one schema: its definition, and what runs its scans. */
public record ScanBinding(TableDefinition table, ScanExecutor executor) {}
