package io.github.bedrocksql.adapter;

import com.google.common.base.Supplier;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.github.bedrocksql.adapter.table.ViewDefinition;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.tools.RelBuilder;

/**
 * A view as Calcite sees it: the union of its tables. Made of relations, not of SQL, which a
 * connection of others may spell otherwise.
 */
final class BedrockView extends AbstractTable implements TranslatableTable {
  private final Supplier<TableDescription> description;
  private final ImmutableList<ViewDefinition.Part> parts;

  BedrockView(Supplier<TableDescription> description, ImmutableList<ViewDefinition.Part> parts) {
    this.description = description;
    this.parts = parts;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory factory) {
    return SqlTypes.row(description.get(), factory);
  }

  @Override
  public Schema.TableType getJdbcTableType() {
    return Schema.TableType.VIEW;
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable view) {
    RelBuilder builder =
        RelFactories.LOGICAL_BUILDER.create(context.getCluster(), view.getRelOptSchema());
    RelDataType type = getRowType(context.getCluster().getTypeFactory());
    for (ViewDefinition.Part part : parts) {
      builder
          .push(table(view, part.table()).toRel(context))
          .project(columns(builder, part, type), type.getFieldNames(), true);
    }
    return builder.union(true, parts.size()).build();
  }

  private static RelOptTable table(RelOptTable view, String name) {
    List<String> path = new ArrayList<>(view.getQualifiedName());
    path.set(path.size() - 1, name);
    return view.getRelOptSchema().getTableForMember(path);
  }

  private static List<RexNode> columns(
      RelBuilder builder, ViewDefinition.Part part, RelDataType type) {
    List<RexNode> columns = new ArrayList<>();
    // Of the view's own type: a cast would stand between a condition and the kind.
    columns.add(
        builder
            .getRexBuilder()
            .makeLiteral(part.kind(), type.getFieldList().get(0).getType(), true));
    List<String> given = builder.peek().getRowType().getFieldNames();
    for (RelDataTypeField field : Iterables.skip(type.getFieldList(), 1)) {
      String column = part.column(field.getName());
      columns.add(
          given.contains(column)
              ? builder.field(column)
              : builder.getRexBuilder().makeNullLiteral(field.getType()));
    }
    return columns;
  }
}
