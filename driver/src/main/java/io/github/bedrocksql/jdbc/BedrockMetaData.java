package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.BedrockSchema;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.jdbc.error.Guard;
import io.github.bedrocksql.jdbc.metadata.Answer;
import io.github.bedrocksql.jdbc.metadata.Facts;
import io.github.bedrocksql.jdbc.metadata.Functions;
import io.github.bedrocksql.jdbc.metadata.Keys;
import io.github.bedrocksql.jdbc.metadata.Shape;
import io.github.bedrocksql.jdbc.metadata.SqlType;
import io.github.bedrocksql.jdbc.metadata.Tables;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;
import org.apache.commons.dbcp2.DelegatingDatabaseMetaData;

/**
 * What the database says of itself, without a call. What one word answers stands in {@link Facts},
 * which the delegating class asks; here is what rows answer, and what depends on the connection or
 * on arguments.
 */
final class BedrockMetaData extends DelegatingDatabaseMetaData {
  private static final String PRODUCT = "Bedrock SQL";

  private final JdbcConnection connection;
  private final Connection calcite;
  private final BedrockConfig config;
  private final Tables tables;
  private final Keys keys;

  private BedrockMetaData(
      JdbcConnection connection, Connection calcite, BedrockSchema schema, BedrockConfig config) {
    super(connection, Facts.metaData());
    this.connection = connection;
    this.calcite = calcite;
    this.config = config;
    this.tables = new Tables(BedrockSchema.NAME, schema.descriptions());
    this.keys = new Keys(tables);
  }

  /** Returns the metadata as users see it. */
  static DatabaseMetaData of(
      JdbcConnection connection, Connection calcite, BedrockSchema schema, BedrockConfig config) {
    return Guard.of(
        DatabaseMetaData.class, new BedrockMetaData(connection, calcite, schema, config));
  }

  private ResultSet rows(Answer answer) throws SQLException {
    connection.checkOpen();
    // The statement behind metadata is nobody's: JDBC lets getStatement return null.
    return BedrockResultSet.wrap(null, MetaDataRows.of(calcite, answer));
  }

  /** What the guard does not answer for itself. */
  @Override
  public boolean isWrapperFor(Class<?> face) {
    return false;
  }

  @Override
  public <T> T unwrap(Class<T> face) throws SQLException {
    throw SqlState.INVALID_PARAMETER.exception("The metadata does not wrap " + face.getName());
  }

  @Override
  public Connection getConnection() {
    return connection.shown();
  }

  /** Without its secrets. */
  @Override
  public String getURL() {
    return config.toUrl();
  }

  @Override
  public String getUserName() {
    return config.accessKeyId().orElse("");
  }

  @Override
  public String getDatabaseProductName() {
    return PRODUCT;
  }

  @Override
  public String getDatabaseProductVersion() {
    return DriverVersions.CURRENT.text();
  }

  @Override
  public int getDatabaseMajorVersion() {
    return DriverVersions.CURRENT.major();
  }

  @Override
  public int getDatabaseMinorVersion() {
    return DriverVersions.CURRENT.minor();
  }

  @Override
  public String getDriverName() {
    return PRODUCT + " JDBC driver";
  }

  @Override
  public String getDriverVersion() {
    return DriverVersions.CURRENT.text();
  }

  @Override
  public int getDriverMajorVersion() {
    return DriverVersions.CURRENT.major();
  }

  @Override
  public int getDriverMinorVersion() {
    return DriverVersions.CURRENT.minor();
  }

  @Override
  public RowIdLifetime getRowIdLifetime() {
    return RowIdLifetime.ROWID_UNSUPPORTED;
  }

  @Override
  public boolean supportsConvert(int fromType, int toType) {
    return SqlType.converts(fromType, toType);
  }

  @Override
  public boolean supportsTransactionIsolationLevel(int level) {
    return level == Connection.TRANSACTION_NONE;
  }

  @Override
  public boolean supportsResultSetType(int type) {
    return type == ResultSet.TYPE_FORWARD_ONLY;
  }

  @Override
  public boolean supportsResultSetConcurrency(int type, int concurrency) {
    return supportsResultSetType(type) && concurrency == ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public boolean supportsResultSetHoldability(int holdability) {
    return holdability == ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public ResultSet getCatalogs() throws SQLException {
    return rows(Answer.none(Shape.CATALOGS));
  }

  @Override
  public ResultSet getSchemas() throws SQLException {
    return rows(tables.schemas(null, null));
  }

  @Override
  public ResultSet getSchemas(String catalog, String schemaPattern) throws SQLException {
    return rows(tables.schemas(catalog, schemaPattern));
  }

  @Override
  public ResultSet getTableTypes() throws SQLException {
    return rows(Tables.types());
  }

  @Override
  public ResultSet getTables(
      String catalog, String schemaPattern, String tableNamePattern, String[] types)
      throws SQLException {
    return rows(tables.tables(catalog, schemaPattern, tableNamePattern, types));
  }

  @Override
  public ResultSet getColumns(
      String catalog, String schemaPattern, String tableNamePattern, String columnNamePattern)
      throws SQLException {
    return rows(tables.columns(catalog, schemaPattern, tableNamePattern, columnNamePattern));
  }

  @Override
  public ResultSet getPseudoColumns(
      String catalog, String schemaPattern, String tableNamePattern, String columnNamePattern)
      throws SQLException {
    return rows(Answer.none(Shape.PSEUDO_COLUMNS));
  }

  @Override
  public ResultSet getTablePrivileges(String catalog, String schemaPattern, String tableNamePattern)
      throws SQLException {
    return rows(tables.tablePrivileges(catalog, schemaPattern, tableNamePattern));
  }

  @Override
  public ResultSet getColumnPrivileges(
      String catalog, String schema, String table, String columnNamePattern) throws SQLException {
    return rows(tables.columnPrivileges(catalog, schema, table, columnNamePattern));
  }

  @Override
  public ResultSet getPrimaryKeys(String catalog, String schema, String table) throws SQLException {
    return rows(keys.primary(catalog, schema, table));
  }

  @Override
  public ResultSet getImportedKeys(String catalog, String schema, String table)
      throws SQLException {
    return rows(keys.imported(catalog, schema, table));
  }

  @Override
  public ResultSet getExportedKeys(String catalog, String schema, String table)
      throws SQLException {
    return rows(keys.exported(catalog, schema, table));
  }

  @Override
  public ResultSet getCrossReference(
      String parentCatalog,
      String parentSchema,
      String parentTable,
      String foreignCatalog,
      String foreignSchema,
      String foreignTable)
      throws SQLException {
    return rows(
        keys.reference(
            parentCatalog, parentSchema, parentTable, foreignCatalog, foreignSchema, foreignTable));
  }

  @Override
  public ResultSet getIndexInfo(
      String catalog, String schema, String table, boolean unique, boolean approximate)
      throws SQLException {
    return rows(keys.indexes(catalog, schema, table));
  }

  @Override
  public ResultSet getBestRowIdentifier(
      String catalog, String schema, String table, int scope, boolean nullable)
      throws SQLException {
    return rows(keys.bestRowIdentifier(catalog, schema, table));
  }

  @Override
  public ResultSet getVersionColumns(String catalog, String schema, String table)
      throws SQLException {
    return rows(Answer.none(Shape.ROW_IDENTIFIERS));
  }

  @Override
  public ResultSet getTypeInfo() throws SQLException {
    return rows(SqlType.all());
  }

  @Override
  public ResultSet getFunctions(String catalog, String schemaPattern, String functionNamePattern)
      throws SQLException {
    return rows(Functions.matching(catalog, schemaPattern, functionNamePattern));
  }

  /** None: most functions take arguments of several types. */
  @Override
  public ResultSet getFunctionColumns(
      String catalog, String schemaPattern, String functionNamePattern, String columnNamePattern)
      throws SQLException {
    return rows(Answer.none(Shape.FUNCTION_COLUMNS));
  }

  @Override
  public ResultSet getProcedures(String catalog, String schemaPattern, String procedureNamePattern)
      throws SQLException {
    return rows(Answer.none(Shape.PROCEDURES));
  }

  @Override
  public ResultSet getProcedureColumns(
      String catalog, String schemaPattern, String procedureNamePattern, String columnNamePattern)
      throws SQLException {
    return rows(Answer.none(Shape.PROCEDURE_COLUMNS));
  }

  @Override
  public ResultSet getUDTs(
      String catalog, String schemaPattern, String typeNamePattern, int[] types)
      throws SQLException {
    return rows(Answer.none(Shape.UDTS));
  }

  @Override
  public ResultSet getSuperTypes(String catalog, String schemaPattern, String typeNamePattern)
      throws SQLException {
    return rows(Answer.none(Shape.SUPER_TYPES));
  }

  @Override
  public ResultSet getSuperTables(String catalog, String schemaPattern, String tableNamePattern)
      throws SQLException {
    return rows(Answer.none(Shape.SUPER_TABLES));
  }

  @Override
  public ResultSet getAttributes(
      String catalog, String schemaPattern, String typeNamePattern, String attributeNamePattern)
      throws SQLException {
    return rows(Answer.none(Shape.ATTRIBUTES));
  }

  /** None: client information is accepted and told to nobody. */
  @Override
  public ResultSet getClientInfoProperties() throws SQLException {
    return rows(Answer.none(Shape.CLIENT_PROPERTIES));
  }
}
