package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.scan.ScanSpec;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.metadata.BuiltInMetadata;
import org.apache.calcite.rel.metadata.RelColumnOrigin;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * What Calcite asks a table about its scans in terms of the scan's output. Its own answers take the
 * output for all of the table's columns in their order, which a scan with a spec need not have.
 */
public final class ScanMetadata {
  private ScanMetadata() {}

  /** Returns the handler of a class, if it is one that is answered here. */
  public static <C> Optional<C> handler(Class<C> wanted) {
    return ImmutableList.of(new Keys(), new Uniqueness(), new Origins()).stream()
        .filter(wanted::isInstance)
        .map(wanted::cast)
        .findFirst();
  }

  private static ScanSpec spec(RelNode scan) {
    return scan instanceof AbstractBedrockScan bedrock
        ? bedrock.spec
        : ((TableReference) scan).spec();
  }

  /** The primary key as output fields; empty if it is not all there, or rows are given twice. */
  private static Optional<ImmutableBitSet> key(RelNode scan) {
    ScanSpec spec = spec(scan);
    ImmutableList<Integer> projects = spec.projects();
    ImmutableList<Integer> primaryKey = spec.table().primaryKey();
    boolean unique = spec.table().identifier().isUnique() && !spec.bothIdentifiers();
    return unique && projects.containsAll(primaryKey)
        ? Optional.of(ImmutableBitSet.of(primaryKey.stream().map(projects::indexOf).toList()))
        : Optional.empty();
  }

  private static final class Keys implements BuiltInMetadata.UniqueKeys.Handler {
    @Override
    public Set<ImmutableBitSet> getUniqueKeys(
        RelNode scan, RelMetadataQuery mq, boolean ignoreNulls) {
      return key(scan).map(ImmutableSet::of).orElse(ImmutableSet.of());
    }
  }

  private static final class Uniqueness implements BuiltInMetadata.ColumnUniqueness.Handler {
    @Override
    public Boolean areColumnsUnique(
        RelNode scan, RelMetadataQuery mq, ImmutableBitSet columns, boolean ignoreNulls) {
      return key(scan).filter(columns::contains).isPresent();
    }
  }

  private static final class Origins implements BuiltInMetadata.ColumnOrigin.Handler {
    @Override
    public Set<RelColumnOrigin> getColumnOrigins(
        RelNode scan, RelMetadataQuery mq, int outputColumn) {
      int column = spec(scan).projects().get(outputColumn);
      return ImmutableSet.of(new RelColumnOrigin(scan.getTable(), column, false));
    }
  }
}
