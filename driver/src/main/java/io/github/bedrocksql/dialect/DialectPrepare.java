package io.github.bedrocksql.dialect;

import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.dialect.convert.DialectConvertlets;
import io.github.bedrocksql.dialect.error.Misspelling;
import io.github.bedrocksql.dialect.grammar.DialectGrammar;
import io.github.bedrocksql.dialect.plan.KnownPlans;
import io.github.bedrocksql.dialect.plan.PlanInMaking;
import io.github.bedrocksql.dialect.run.CheckedPlan;
import io.github.bedrocksql.dialect.run.InterpretedPlan;
import io.github.bedrocksql.dialect.subquery.FilteredAggregates;
import io.github.bedrocksql.dialect.subquery.JoinableSubqueries;
import io.github.bedrocksql.dialect.subquery.WindowedSubqueries;
import io.github.bedrocksql.dialect.validate.DialectValidator;
import io.github.bedrocksql.dialect.validate.ParameterUse;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptCostFactory;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.prepare.CalcitePrepareImpl;
import org.apache.calcite.prepare.Prepare;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.metadata.RelMetadataProvider;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexExecutorImpl;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.runtime.Hook;
import org.apache.calcite.runtime.Typed;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.tools.Program;
import org.apache.calcite.tools.Programs;

/** Calcite's way from a text to a plan, with this dialect's functions, types and checks. */
public final class DialectPrepare extends CalcitePrepareImpl {
  /**
   * What Calcite has an answer of its own to, word for word, with another label. That to SELECT 1
   * FROM DUAL stays its own: pools send it to see whether a connection works.
   */
  private static final ImmutableSet<String> KNOWN_TO_CALCITE =
      ImmutableSet.of("SELECT 1", "select 1", "VALUES 1", "values 1");

  private final Optional<KnownPlans> plans;

  /**
   * Makes one for a connection.
   *
   * @param plans the cache to look in first; empty to plan every statement
   */
  public DialectPrepare(Optional<KnownPlans> plans) {
    this.plans = plans;
  }

  @Override
  protected RelOptPlanner createPlanner(
      Context context, org.apache.calcite.plan.Context external, RelOptCostFactory costs) {
    return DialectPlanner.of(context, external, costs);
  }

  @Override
  public <T> CalciteSignature<T> prepareSql(
      Context context, Query<T> query, Type elementType, long maxRowCount) {
    if (query.sql == null) {
      return made(context, query, elementType, maxRowCount, PlanInMaking.ofItsOwn());
    }
    if (plans.isEmpty()) {
      return made(context, text(query.sql), elementType, maxRowCount, PlanInMaking.ofItsOwn());
    }
    return plans
        .get()
        .plan(
            query.sql,
            context.getRootSchema(),
            maxRowCount,
            (sql, making) -> made(context, text(sql), elementType, maxRowCount, making));
  }

  /** Returns a text to make a plan of, which Calcite does not know: a blank is enough. */
  private static <T> Query<T> text(String sql) {
    return Query.of(KNOWN_TO_CALCITE.contains(sql) ? sql + " " : sql);
  }

  private <T> CalciteSignature<T> made(
      Context context, Query<T> query, Type elementType, long maxRowCount, PlanInMaking making) {
    Context dialect = new DialectContext(context, maxRowCount, making);
    BorrowedThread thread = BorrowedThread.current();
    try {
      CalciteSignature<T> signature = super.prepareSql(dialect, query, elementType, maxRowCount);
      if (!signature.parameters.isEmpty()) {
        ParameterUse.publish(signature.parameters);
      }
      return signature;
    } catch (PlanInMaking.LiteralsMatter e) {
      throw e;
    } catch (RuntimeException e) {
      throw Misspelling.explained(e, dialect, Dialect.OPERATORS, query.sql);
    } finally {
      thread.giveBack();
    }
  }

  @Override
  protected RelOptCluster createCluster(RelOptPlanner planner, RexBuilder rexBuilder) {
    RelOptCluster cluster = super.createCluster(planner, rexBuilder);
    cluster.setMetadataQuerySupplier(PlainMetadata::query);
    return cluster;
  }

  @Override
  protected SqlParser.Config parserConfig() {
    return super.parserConfig().withParserFactory(DialectGrammar.FACTORY);
  }

  @Override
  protected SqlRexConvertletTable createConvertletTable() {
    return DialectConvertlets.INSTANCE;
  }

  @Override
  protected CalcitePreparingStmt getPreparingStmt(
      Context context,
      Type elementType,
      CalciteCatalogReader catalogReader,
      RelOptPlanner planner) {
    EnumerableRel.Prefer prefer =
        elementType == Object[].class ? EnumerableRel.Prefer.ARRAY : EnumerableRel.Prefer.CUSTOM;
    return new PreparingStatement(this, (DialectContext) context, catalogReader, planner, prefer);
  }

  private static final class PreparingStatement extends CalcitePreparingStmt {
    private final DialectContext dialect;
    private final boolean rowsAreArrays;
    private DialectValidator validator;
    private boolean joinable;

    PreparingStatement(
        DialectPrepare prepare,
        DialectContext dialect,
        CalciteCatalogReader catalogReader,
        RelOptPlanner planner,
        EnumerableRel.Prefer prefer) {
      super(
          prepare,
          dialect,
          catalogReader,
          dialect.getTypeFactory(),
          dialect.getRootSchema(),
          prefer,
          prepare.createCluster(planner, new RexBuilder(dialect.getTypeFactory())),
          EnumerableConvention.INSTANCE,
          prepare.createConvertletTable());
      this.dialect = dialect;
      this.rowsAreArrays = prefer == EnumerableRel.Prefer.ARRAY;
    }

    @Override
    protected SqlValidator createSqlValidator(
        CatalogReader reader, UnaryOperator<SqlValidator.Config> settings) {
      PlanWatch.check();
      DialectValidator created =
          DialectValidator.of(dialect, Dialect.OPERATORS, (CalciteCatalogReader) reader, settings);
      // The statement's own is the first; Calcite makes others for what is part of it.
      validator = validator == null ? created : validator;
      return created;
    }

    @Override
    protected RelNode decorrelate(SqlToRelConverter converter, SqlNode query, RelNode root) {
      RelNode checked = CheckedQuery.of(root);
      joinable = JoinableSubqueries.areAll(checked);
      return joinable ? super.decorrelate(converter, query, checked) : checked;
    }

    @Override
    protected Program getProgram() {
      return joinable ? super.getProgram() : asItStands();
    }

    /** The standard program, but for joins that are made of subqueries. */
    private static Program asItStands() {
      RelMetadataProvider metadata = DefaultRelMetadataProvider.INSTANCE;
      return Programs.sequence(
          Programs.subQuery(metadata),
          Programs.trim(),
          (planner, rel, traits, materializations, lattices) -> {
            planner.setRoot(planner.changeTraits(rel, traits));
            return planner.chooseDelegate().findBestExp();
          },
          Programs.calc(metadata));
    }

    @Override
    protected PreparedResult implement(RelRoot root) {
      Optional<Bindable<?>> interpreted =
          root.isRefTrivial() && rowsAreArrays ? InterpretedPlan.of(root.rel) : Optional.empty();
      if (interpreted.isPresent()) {
        Hook.PLAN_BEFORE_IMPLEMENTATION.run(root);
        return new CheckedResult(root, interpreted.get(), Object[].class);
      }
      PreparedResult result = super.implement(root.withRel(CheckedPlan.of(root.rel)));
      // Whatever the cursor, the code is the same.
      Bindable<?> code = result.getBindable(Meta.CursorFactory.ARRAY);
      return new CheckedResult(root, code, ((Typed) result).getElementType());
    }

    @Override
    protected RelRoot optimize(
        RelRoot root,
        List<Prepare.Materialization> materializations,
        List<CalciteSchema.LatticeEntry> lattices) {
      PlanWatch.check();
      dialect.making().choosesFor(root.rel);
      // After the fields that nobody reads are gone: that merges projections.
      RelNode query = WindowedSubqueries.selectedFirst(FilteredAggregates.inSubqueries(root.rel));
      RelRoot limited = limited(root.withRel(query));
      planner.setExecutor(new RexExecutorImpl(dialect.getDataContext()));
      Optional<RelNode> plan = ShortWay.plan(limited.rel, getDesiredRootTraitSet(limited));
      if (plan.isPresent()) {
        return limited.withRel(plan.get());
      }
      DialectPlanner.makeReady(limited.rel.getCluster());
      return super.optimize(limited, materializations, lattices);
    }

    /**
     * A statement's setMaxRows is a limit of the query: so no more calls are made than it takes. A
     * query with a limit of its own is left as it is; its rows are cut off where they are read.
     */
    private RelRoot limited(RelRoot root) {
      long maxRows = dialect.maxRows();
      if (maxRows <= 0
          || maxRows > Integer.MAX_VALUE
          || (root.rel instanceof Sort sort && (sort.fetch != null || sort.offset != null))) {
        return root;
      }
      RelNode limited =
          RelFactories.LOGICAL_BUILDER
              .create(root.rel.getCluster(), null)
              .push(root.rel)
              .limit(0, (int) maxRows)
              .build();
      return root.withRel(limited);
    }

    /** A plan whose parameters that are numbers of rows are checked before it runs. */
    private final class CheckedResult extends Prepare.PreparedResultImpl {
      private final Bindable<?> code;
      private final Type elementType;

      CheckedResult(RelRoot root, Bindable<?> code, Type elementType) {
        super(
            root.rel.getRowType(),
            PreparingStatement.this.parameterRowType,
            PreparingStatement.this.fieldOrigins,
            root.collation.getFieldCollations().isEmpty() ? List.of() : List.of(root.collation),
            root.rel,
            mapTableModOp(root.kind.belongsTo(SqlKind.DML), root.kind),
            root.kind.belongsTo(SqlKind.DML));
        this.code = code;
        this.elementType = elementType;
      }

      @Override
      public String getCode() {
        throw new UnsupportedOperationException("Only EXPLAIN shows a plan");
      }

      @Override
      public Bindable<?> getBindable(Meta.CursorFactory cursorFactory) {
        Bindable<?> plan = validator.rowCounts().checked(code);
        dialect.making().compiled(plan);
        return plan;
      }

      @Override
      public Type getElementType() {
        return elementType;
      }
    }
  }
}
