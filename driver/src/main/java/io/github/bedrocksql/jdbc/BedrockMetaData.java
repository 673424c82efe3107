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

/**
 * What the database says about itself, without a call. What one word answers stands in {@link
 * Facts}, which answers what is not declared here; here is what rows answer, and what depends on
 * the connection or on arguments.
 */
final class BedrockMetaData {
  private static final String PRODUCT = "Bedrock SQL";

  private final JdbcConnection connection;
  private final Connection calcite;
  private final BedrockConfig config;
  private final Tables tables;
  private final Keys keys;

  private BedrockMetaData(
      JdbcConnection connection, Connection calcite, BedrockSchema schema, BedrockConfig config) {
    this.connection = connection;
    this.calcite = calcite;
    this.config = config;
    this.tables = new Tables(BedrockSchema.NAME, schema.descriptions());
    this.keys = new Keys(tables);
  }

  /** Returns the metadata as users see it. */
  static DatabaseMetaData of(
      JdbcConnection connection, Connection calcite, BedrockSchema schema, BedrockConfig config) {
    return Guard.over(
        DatabaseMetaData.class,
        new BedrockMetaData(connection, calcite, schema, config),
        Facts.metaData());
  }

  private ResultSet rows(Answer answer) throws SQLException {
    connection.checkOpen();
    // The statement behind metadata is nobody's: JDBC lets getStatement return null.
    return BedrockResultSet.wrap(null, MetaDataRows.of(calcite, answer));
  }

  /** What the guard does not answer for itself. */
  public boolean isWrapperFor(Class<?> face) {
    return false;
  }

  @SuppressWarnings("DoNotCallSuggester") // Called through JDBC's interface.
  public <T> T unwrap(Class<T> face) throws SQLException {
    throw SqlState.INVALID_PARAMETER.exception("The metadata does not wrap " + face.getName());
  }

  public Connection getConnection() {
    return connection.shown();
  }

  /** Without its secrets. */
  public String getURL() {
    return config.toUrl();
  }

  public String getUserName() {
    return config.accessKeyId().orElse("");
  }

  public String getDatabaseProductName() {
    return PRODUCT;
  }

  public String getDatabaseProductVersion() {
    return DriverVersions.CURRENT.text();
  }

  public int getDatabaseMajorVersion() {
    return DriverVersions.CURRENT.major();
  }

  public int getDatabaseMinorVersion() {
    return DriverVersions.CURRENT.minor();
  }

  public String getDriverName() {
    return PRODUCT + " JDBC driver";
  }

  public String getDriverVersion() {
    return DriverVersions.CURRENT.text();
  }

  public int getDriverMajorVersion() {
    return DriverVersions.CURRENT.major();
  }

  public int getDriverMinorVersion() {
    return DriverVersions.CURRENT.minor();
  }

  public RowIdLifetime getRowIdLifetime() {
    return RowIdLifetime.ROWID_UNSUPPORTED;
  }

  public boolean supportsConvert(int fromType, int toType) {
    return SqlType.converts(fromType, toType);
  }

  public boolean supportsTransactionIsolationLevel(int level) {
    return level == Connection.TRANSACTION_NONE;
  }

  public boolean supportsResultSetType(int type) {
    return type == ResultSet.TYPE_FORWARD_ONLY;
  }

  public boolean supportsResultSetConcurrency(int type, int concurrency) {
    return supportsResultSetType(type) && concurrency == ResultSet.CONCUR_READ_ONLY;
  }

  public boolean supportsResultSetHoldability(int holdability) {
    return holdability == ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  public ResultSet getCatalogs() throws SQLException {
    return rows(Answer.none(Shape.CATALOGS));
  }

  public ResultSet getSchemas() throws SQLException {
    return rows(tables.schemas(null, null));
  }

  public ResultSet getSchemas(String catalog, String schemaPattern) throws SQLException {
    return rows(tables.schemas(catalog, schemaPattern));
  }

  public ResultSet getTableTypes() throws SQLException {
    return rows(Tables.types());
  }

  public ResultSet getTables(
      String catalog, String schemaPattern, String tableNamePattern, String[] types)
      throws SQLException {
    return rows(tables.tables(catalog, schemaPattern, tableNamePattern, types));
  }

  public ResultSet getColumns(
      String catalog, String schemaPattern, String tableNamePattern, String columnNamePattern)
      throws SQLException {
    return rows(tables.columns(catalog, schemaPattern, tableNamePattern, columnNamePattern));
  }

  public ResultSet getPseudoColumns(
      String catalog, String schemaPattern, String tableNamePattern, String columnNamePattern)
      throws SQLException {
    return rows(Answer.none(Shape.PSEUDO_COLUMNS));
  }

  public ResultSet getTablePrivileges(String catalog, String schemaPattern, String tableNamePattern)
      throws SQLException {
    return rows(tables.tablePrivileges(catalog, schemaPattern, tableNamePattern));
  }

  public ResultSet getColumnPrivileges(
      String catalog, String schema, String table, String columnNamePattern) throws SQLException {
    return rows(tables.columnPrivileges(catalog, schema, table, columnNamePattern));
  }

  public ResultSet getPrimaryKeys(String catalog, String schema, String table) throws SQLException {
    return rows(keys.primary(catalog, schema, table));
  }

  public ResultSet getImportedKeys(String catalog, String schema, String table)
      throws SQLException {
    return rows(keys.imported(catalog, schema, table));
  }

  public ResultSet getExportedKeys(String catalog, String schema, String table)
      throws SQLException {
    return rows(keys.exported(catalog, schema, table));
  }

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

  public ResultSet getIndexInfo(
      String catalog, String schema, String table, boolean unique, boolean approximate)
      throws SQLException {
    return rows(keys.indexes(catalog, schema, table));
  }

  public ResultSet getBestRowIdentifier(
      String catalog, String schema, String table, int scope, boolean nullable)
      throws SQLException {
    return rows(keys.bestRowIdentifier(catalog, schema, table));
  }

  public ResultSet getVersionColumns(String catalog, String schema, String table)
      throws SQLException {
    return rows(Answer.none(Shape.ROW_IDENTIFIERS));
  }

  public ResultSet getTypeInfo() throws SQLException {
    return rows(SqlType.all());
  }

  public ResultSet getFunctions(String catalog, String schemaPattern, String functionNamePattern)
      throws SQLException {
    return rows(Functions.matching(catalog, schemaPattern, functionNamePattern));
  }

  /** None: most functions take arguments of several types. */
  public ResultSet getFunctionColumns(
      String catalog, String schemaPattern, String functionNamePattern, String columnNamePattern)
      throws SQLException {
    return rows(Answer.none(Shape.FUNCTION_COLUMNS));
  }

  public ResultSet getProcedures(String catalog, String schemaPattern, String procedureNamePattern)
      throws SQLException {
    return rows(Answer.none(Shape.PROCEDURES));
  }

  public ResultSet getProcedureColumns(
      String catalog, String schemaPattern, String procedureNamePattern, String columnNamePattern)
      throws SQLException {
    return rows(Answer.none(Shape.PROCEDURE_COLUMNS));
  }

  public ResultSet getUDTs(
      String catalog, String schemaPattern, String typeNamePattern, int[] types)
      throws SQLException {
    return rows(Answer.none(Shape.UDTS));
  }

  public ResultSet getSuperTypes(String catalog, String schemaPattern, String typeNamePattern)
      throws SQLException {
    return rows(Answer.none(Shape.SUPER_TYPES));
  }

  public ResultSet getSuperTables(String catalog, String schemaPattern, String tableNamePattern)
      throws SQLException {
    return rows(Answer.none(Shape.SUPER_TABLES));
  }

  public ResultSet getAttributes(
      String catalog, String schemaPattern, String typeNamePattern, String attributeNamePattern)
      throws SQLException {
    return rows(Answer.none(Shape.ATTRIBUTES));
  }

  /** None: client information is accepted and told to nobody. */
  public ResultSet getClientInfoProperties() throws SQLException {
    return rows(Answer.none(Shape.CLIENT_PROPERTIES));
  }
}
