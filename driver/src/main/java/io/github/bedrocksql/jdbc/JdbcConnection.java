package io.github.bedrocksql.jdbc;

import com.google.common.base.Strings;
import io.github.bedrocksql.adapter.BedrockSchema;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.session.CallLog;
import io.github.bedrocksql.adapter.session.StatementControl;
import io.github.bedrocksql.dialect.plan.KnownPlans;
import io.github.bedrocksql.dialect.text.SqlText;
import io.github.bedrocksql.jdbc.error.Guard;
import io.github.bedrocksql.jdbc.metadata.InformationSchema;
import io.github.bedrocksql.jdbc.value.SqlArray;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.calcite.jdbc.CalciteConnection;

/**
 * A connection: Calcite's, and the schema with its API session, closed together. There are no
 * transactions: what is read is never changed here, so a commit and a rollback have nothing to do.
 */
final class JdbcConnection implements ReadOnlyConnection, BedrockConnection {
  /** Rows outlive a commit, which does nothing. */
  private static final int HOLDABILITY = ResultSet.HOLD_CURSORS_OVER_COMMIT;

  private final Connection calcite;
  private final BedrockSchema schema;
  private final BedrockConfig config;
  private final Connection shown;
  private final ConnectionWarnings warnings;
  private final Set<OpenStatement> statements = ConcurrentHashMap.newKeySet();
  private final ClientInfo clientInfo = new ClientInfo();
  private Map<String, Class<?>> typeMap = new HashMap<>();
  private boolean autoCommit = true;
  private int networkTimeout;
  private volatile boolean closed;
  private volatile CallLog.Totals beforeStatement = new CallLog.Totals(0, 0, 0, 0);

  private JdbcConnection(Connection calcite, BedrockSchema schema, BedrockConfig config) {
    this.calcite = calcite;
    this.schema = schema;
    this.config = config;
    this.warnings = new ConnectionWarnings(config.warnings());
    this.shown = Guard.of(Connection.class, this, BedrockConnection.class);
  }

  static Connection open(BedrockConfig config) throws SQLException {
    BedrockSchema schema = new BedrockSchema(config);
    CalciteConnection calcite = null;
    try {
      calcite =
          CalciteConnections.open(
              config.planCache() ? Optional.of(new KnownPlans(schema)) : Optional.empty());
      calcite.getRootSchema().add(BedrockSchema.NAME, schema);
      calcite
          .getRootSchema()
          .add(
              InformationSchema.NAME,
              new InformationSchema(BedrockSchema.NAME, BedrockSchema.NAME, schema::descriptions));
      calcite.setSchema(BedrockSchema.NAME);
      return new JdbcConnection(calcite, schema, config).shown;
    } catch (SQLException | RuntimeException | Error e) {
      try (schema;
          CalciteConnection opened = calcite) {
        throw e;
      }
    }
  }

  @Override
  public ApiUsage apiUsage() {
    return usage(totals());
  }

  private CallLog.Totals totals() {
    return schema.session().log().totals();
  }

  private static ApiUsage usage(CallLog.Totals totals) {
    return new ApiUsage(totals.lists(), totals.gets());
  }

  @Override
  public ApiUsage lastStatementUsage() {
    return apiUsage().minus(usage(beforeStatement));
  }

  @Override
  public long lastStatementRetries() {
    return totals().retries() - beforeStatement.retries();
  }

  @Override
  public long lastStatementListedRows() {
    return totals().listedRows() - beforeStatement.listedRows();
  }

  @Override
  public List<String> regions() {
    return targets(target -> Stream.of(target.region()));
  }

  @Override
  public List<String> accounts() {
    return targets(target -> target.account().stream());
  }

  private List<String> targets(Function<Target, Stream<String>> part) {
    return schema.session().targetsIfKnown().stream()
        .flatMap(List::stream)
        .flatMap(part)
        .distinct()
        .toList();
  }

  /** Called before a statement runs; the caller must keep what is returned. */
  StatementControl statementStarts(AtomicBoolean canceled, Duration timeout) {
    beforeStatement = totals();
    return schema.session().starts(canceled, timeout);
  }

  /** Returns what is to end with a new statement, or with the connection. */
  OpenStatement opens(Statement statement) {
    return new OpenStatement(statement, statements);
  }

  /** Returns the connection as users see it. */
  Connection shown() {
    return shown;
  }

  @Override
  public void checkOpen() throws SQLException {
    if (isClosed()) {
      throw SqlState.CONNECTION_CLOSED.exception("The connection is closed");
    }
  }

  @Override
  public Statement createStatement() throws SQLException {
    checkOpen();
    return new BedrockStatement(this, CalciteConnections.statement(calcite)).shown();
  }

  @Override
  public Statement createStatement(int type, int concurrency) throws SQLException {
    return createStatement(type, concurrency, HOLDABILITY);
  }

  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    Statement statement = createStatement();
    warnings.ifNot(type, concurrency, holdability);
    return statement;
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    checkOpen();
    String query = SqlText.query(sql);
    StatementControl planning = schema.session().starts(new AtomicBoolean(), Duration.ZERO);
    return new BedrockPreparedStatement(
            this, planning.during(() -> CalciteConnections.prepared(calcite, query)))
        .shown();
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency)
      throws SQLException {
    return prepareStatement(sql, type, concurrency, HOLDABILITY);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    PreparedStatement statement = prepareStatement(sql);
    warnings.ifNot(type, concurrency, holdability);
    return statement;
  }

  /** What the parser is given. */
  @Override
  public String nativeSQL(String sql) throws SQLException {
    checkOpen();
    return SqlText.query(sql);
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    checkOpen();
    return BedrockMetaData.of(this, calcite, schema, config);
  }

  @Override
  public boolean getAutoCommit() throws SQLException {
    checkOpen();
    return autoCommit;
  }

  @Override
  public void setAutoCommit(boolean autoCommit) throws SQLException {
    checkOpen();
    this.autoCommit = autoCommit;
  }

  @Override
  public int getHoldability() throws SQLException {
    checkOpen();
    return HOLDABILITY;
  }

  @Override
  public void setHoldability(int holdability) throws SQLException {
    checkOpen();
    warnings.ifNot(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, holdability);
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return warnings.first();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    warnings.clear();
  }

  @Override
  public String getSchema() throws SQLException {
    checkOpen();
    return BedrockSchema.NAME;
  }

  /** There is one schema; null and an empty name, which tools send for none, stand for it. */
  @Override
  public void setSchema(String name) throws SQLException {
    checkOpen();
    if (!Strings.isNullOrEmpty(name) && !name.equalsIgnoreCase(BedrockSchema.NAME)) {
      throw SqlState.UNKNOWN_SCHEMA.exception(
          "There is no schema '" + name + "': the only one is " + BedrockSchema.NAME);
    }
  }

  /** Calls no API: a connection holds no line to it. */
  @Override
  public boolean isValid(int seconds) throws SQLException {
    if (seconds < 0) {
      throw SqlState.INVALID_PARAMETER.exception(seconds + " is not a valid timeout");
    }
    return !isClosed();
  }

  @Override
  public int getNetworkTimeout() throws SQLException {
    checkOpen();
    return networkTimeout;
  }

  /**
   * Keeps the timeout for {@link #getNetworkTimeout}, as pools set and restore it. What bounds a
   * call is the property {@code callTimeout}; what bounds a statement, its query timeout.
   */
  @Override
  public void setNetworkTimeout(Executor executor, int milliseconds) throws SQLException {
    checkOpen();
    if (milliseconds < 0) {
      throw SqlState.INVALID_PARAMETER.exception(milliseconds + " is not a valid timeout");
    }
    networkTimeout = milliseconds;
  }

  /** Closes the connection, which waits for no answer: the executor has nothing to do. */
  @Override
  public void abort(Executor executor) throws SQLException {
    if (executor == null) {
      throw SqlState.INVALID_PARAMETER.exception("The executor is null");
    }
    close();
  }

  @Override
  public Map<String, Class<?>> getTypeMap() throws SQLException {
    checkOpen();
    return typeMap;
  }

  /** Kept, but not used: there are no user-defined types. */
  @Override
  public void setTypeMap(Map<String, Class<?>> map) throws SQLException {
    checkOpen();
    typeMap = map == null ? new HashMap<>() : map;
  }

  /** Parameters and rows take and give arrays of SQL's own types. */
  @Override
  public Array createArrayOf(String typeName, Object[] elements) throws SQLException {
    checkOpen();
    return SqlArray.of(typeName, elements, BedrockResultSet::ofElements);
  }

  @Override
  public String getClientInfo(String name) throws SQLException {
    checkOpen();
    return clientInfo.get(name);
  }

  @Override
  public Properties getClientInfo() throws SQLException {
    checkOpen();
    return clientInfo.all();
  }

  @Override
  public void setClientInfo(String name, String value) throws SQLClientInfoException {
    checkOpenForClientInfo();
    clientInfo.set(name, value);
  }

  @Override
  public void setClientInfo(Properties properties) throws SQLClientInfoException {
    checkOpenForClientInfo();
    clientInfo.replace(properties);
  }

  /** For the two methods that may throw nothing else. */
  private void checkOpenForClientInfo() throws SQLClientInfoException {
    if (closed) {
      throw new SQLClientInfoException(
          "The connection is closed", SqlState.CONNECTION_CLOSED.code(), Map.of());
    }
  }

  /** For logs of tools and pools, without a secret. */
  @Override
  public String toString() {
    return "connection to " + config;
  }

  @Override
  public void close() throws SQLException {
    try {
      // First, so that statements under way learn that it is the connection that is closed.
      schema.close();
    } finally {
      closed = true;
      try (calcite) {
        // Calcite leaves them open.
        for (OpenStatement statement : statements) {
          statement.close();
        }
      }
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isWrapperFor(Class<?> face) throws SQLException {
    return face.isInstance(this) || calcite.isWrapperFor(face);
  }

  @Override
  public <T> T unwrap(Class<T> face) throws SQLException {
    return face.isInstance(this) ? face.cast(this) : calcite.unwrap(face);
  }
}
