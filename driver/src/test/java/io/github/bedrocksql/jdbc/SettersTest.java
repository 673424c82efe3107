package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever way a parameter is set, the statement sees the value. */
class SettersTest {
  private static Bench bench;

  /** Sets parameter 1. */
  private interface Setter {
    void set(PreparedStatement statement) throws SQLException;
  }

  @BeforeAll
  static void start() throws SQLException {
    bench = new Bench(Sandbox.startWithSampleJobs(), "");
  }

  @AfterAll
  static void stop() throws SQLException {
    bench.close();
  }

  private static PreparedStatement of(String type) throws SQLException {
    return bench.connection().prepareStatement("SELECT CAST(? AS " + type + ")");
  }

  private static Object seen(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      assertThat(rows.next()).isTrue();
      return rows.getObject(1);
    }
  }

  private static Reader reader() {
    return new StringReader("héllo");
  }

  private static InputStream bytes() {
    return new ByteArrayInputStream("hello".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void texts() throws SQLException {
    PreparedStatement statement = of("VARCHAR");
    for (Setter setter :
        List.<Setter>of(
            s -> s.setString(1, "héllo"),
            s -> s.setNString(1, "héllo"),
            s -> s.setObject(1, "héllo"),
            s -> s.setObject(1, "héllo", Types.VARCHAR),
            s -> s.setObject(1, "héllo", JDBCType.NVARCHAR),
            s -> s.setObject(1, "héllo", Types.CLOB),
            s -> s.setCharacterStream(1, reader()),
            s -> s.setNCharacterStream(1, reader()),
            s -> s.setClob(1, reader()),
            s -> s.setNClob(1, reader()),
            s -> s.setObject(1, reader()),
            s -> s.setClob(1, new SerialClob("héllo".toCharArray())))) {
      statement.clearParameters();
      setter.set(statement);
      assertThat(seen(statement)).isEqualTo("héllo");
    }
  }

  @Test
  void partsOfStreams() throws SQLException {
    PreparedStatement statement = of("VARCHAR");
    for (Setter setter :
        List.<Setter>of(
            s -> s.setCharacterStream(1, reader(), 2),
            s -> s.setCharacterStream(1, reader(), 2L),
            s -> s.setNCharacterStream(1, reader(), 2L),
            s -> s.setClob(1, reader(), 2L),
            s -> s.setNClob(1, reader(), 2L))) {
      setter.set(statement);
      assertThat(seen(statement)).isEqualTo("hé");
    }
    statement.setAsciiStream(1, bytes());
    assertThat(seen(statement)).isEqualTo("hello");
    statement.setAsciiStream(1, bytes(), 4);
    assertThat(seen(statement)).isEqualTo("hell");
    statement.setAsciiStream(1, bytes(), 4L);
    assertThat(seen(statement)).isEqualTo("hell");
    statement.setCharacterStream(1, null, 4);
    assertThat(seen(statement)).isNull();
    assertThat(state(() -> statement.setClob(1, reader(), -1))).isEqualTo("22023");
  }

  @Test
  void bytesAreBytes() throws SQLException {
    PreparedStatement statement = of("VARBINARY");
    byte[] hello = "hello".getBytes(StandardCharsets.US_ASCII);
    for (Setter setter :
        List.<Setter>of(
            s -> s.setBytes(1, hello),
            s -> s.setObject(1, hello),
            s -> s.setObject(1, hello, Types.VARBINARY),
            s -> s.setBinaryStream(1, bytes()),
            s -> s.setBinaryStream(1, bytes(), 5),
            s -> s.setBinaryStream(1, bytes(), 5L),
            s -> s.setBlob(1, bytes()),
            s -> s.setBlob(1, bytes(), 5L),
            s -> s.setBlob(1, new SerialBlob(hello)))) {
      setter.set(statement);
      assertThat(seen(statement)).isEqualTo(hello);
    }
    assertThat(state(() -> statement.setString(1, "x"))).isEqualTo("22018");
    PreparedStatement text = of("VARCHAR");
    assertThat(state(() -> text.setBytes(1, hello))).isEqualTo("22018");
    assertThat(state(() -> text.setObject(1, new Object()))).isEqualTo("22018");
  }

  @Test
  void whatIsWrittenAsText() throws SQLException, MalformedURLException {
    PreparedStatement statement = of("VARCHAR");
    UUID id = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
    statement.setObject(1, id);
    assertThat(seen(statement)).isEqualTo(id.toString());
    statement.setURL(1, URI.create("https://example.com/").toURL());
    assertThat(seen(statement)).isEqualTo("https://example.com/");
    statement.setInt(1, 12);
    assertThat(seen(statement)).isEqualTo("12");
    statement.setBoolean(1, true);
    assertThat(seen(statement)).isEqualTo("true");
    statement.setDate(1, Date.valueOf("2026-01-02"));
    assertThat(seen(statement)).isEqualTo("2026-01-02");
    statement.setObject(1, LocalTime.of(1, 2, 3));
    assertThat(seen(statement)).isEqualTo("01:02:03");
  }

  @Test
  void numbers() throws SQLException {
    PreparedStatement statement = of("DECIMAL(9, 2)");
    for (Setter setter :
        List.<Setter>of(
            s -> s.setByte(1, (byte) 12),
            s -> s.setShort(1, (short) 12),
            s -> s.setInt(1, 12),
            s -> s.setLong(1, 12),
            s -> s.setFloat(1, 12),
            s -> s.setDouble(1, 12),
            s -> s.setBigDecimal(1, new BigDecimal(12)),
            s -> s.setString(1, "12"),
            s -> s.setObject(1, "12", Types.INTEGER),
            s -> s.setObject(1, 12.0, JDBCType.DECIMAL, 2))) {
      setter.set(statement);
      assertThat((BigDecimal) seen(statement)).isEqualByComparingTo("12");
    }
  }

  @Test
  void datesAndTimes() throws SQLException {
    PreparedStatement date = of("DATE");
    for (Object value : new Object[] {Date.valueOf("2026-01-02"), LocalDate.of(2026, 1, 2)}) {
      date.setObject(1, value);
      assertThat(seen(date)).isEqualTo(Date.valueOf("2026-01-02"));
    }
    PreparedStatement time = of("TIME");
    for (Object value : new Object[] {Time.valueOf("01:02:03"), LocalTime.of(1, 2, 3)}) {
      time.setObject(1, value);
      assertThat(seen(time)).isEqualTo(Time.valueOf("01:02:03"));
    }
  }

  @Test
  void arrays() throws SQLException {
    Connection connection = bench.connection();
    PreparedStatement statement = connection.prepareStatement("SELECT CAST(? AS VARCHAR ARRAY)");
    Array array = connection.createArrayOf("varchar", new Object[] {"a", null, "b"});
    assertThat(array.getBaseType()).isEqualTo(Types.VARCHAR);
    statement.setArray(1, array);
    assertThat(((Array) seen(statement)).getArray()).isEqualTo(new String[] {"a", null, "b"});
    assertThat(state(() -> statement.setString(1, "a"))).isEqualTo("22018");
    assertThat(state(() -> connection.createArrayOf("nothing", new Object[0]))).isEqualTo("22023");
    assertThat(state(() -> connection.createArrayOf("INTEGER", new Object[] {"x"})))
        .isEqualTo("22018");
  }

  @Test
  void aPreparedStatementHasItsText() throws SQLException {
    PreparedStatement statement = of("VARCHAR");
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> statement.executeQuery("SELECT 1"),
            () -> statement.execute("SELECT 1"),
            () -> statement.execute("SELECT 1", Statement.NO_GENERATED_KEYS))) {
      assertThat(state(call)).isEqualTo("HY010");
    }
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> statement.setRef(1, null),
            () -> statement.setRowId(1, null),
            () -> statement.setSQLXML(1, null))) {
      assertThat(state(call)).isEqualTo("0A000");
    }
  }

  private static String state(ThrowingCallable call) {
    return catchThrowableOfType(SQLException.class, call).getSQLState();
  }
}
