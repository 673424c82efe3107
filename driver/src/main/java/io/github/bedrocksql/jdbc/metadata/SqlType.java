package io.github.bedrocksql.jdbc.metadata;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.github.bedrocksql.adapter.table.ColumnType;
import java.sql.DatabaseMetaData;
import java.sql.JDBCType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;

/** The types that values and casts have here, in the order of {@code getTypeInfo}. */
public enum SqlType {
  TINYINT(Kind.INTEGRAL, 3),
  BIGINT(Kind.INTEGRAL, 19),
  VARBINARY(Kind.BINARY, Integer.MAX_VALUE, "X'", "length"),
  BINARY(Kind.BINARY, 65_536, "X'", "length"),
  CHAR(Kind.CHARACTER, 65_536, "'", "length"),
  DECIMAL(Kind.FRACTIONAL, 19, null, "precision,scale"),
  INTEGER(Kind.INTEGRAL, 10),
  SMALLINT(Kind.INTEGRAL, 5),
  FLOAT(Kind.FRACTIONAL, 15),
  REAL(Kind.FRACTIONAL, 7),
  DOUBLE(Kind.FRACTIONAL, 15),
  /** Without a length, it holds text of any. */
  VARCHAR(Kind.CHARACTER, Integer.MAX_VALUE, "'", "length"),
  BOOLEAN(Kind.BOOLEAN, 1),
  DATE(Kind.DATE, 10, "DATE '", null),
  TIME(Kind.TIME, 12, "TIME '", "precision"),
  TIMESTAMP(Kind.TIMESTAMP, 23, "TIMESTAMP '", "precision"),
  ARRAY(Kind.ARRAY, Integer.MAX_VALUE);

  /** Types that are converted alike. */
  private enum Kind {
    INTEGRAL,
    FRACTIONAL,
    CHARACTER,
    BINARY,
    BOOLEAN,
    DATE,
    TIME,
    TIMESTAMP,
    ARRAY;

    /** The kinds that a value of this one can be converted to. */
    private ImmutableSet<Kind> targets() {
      return switch (this) {
        case INTEGRAL ->
            ImmutableSet.of(INTEGRAL, FRACTIONAL, CHARACTER, BINARY, BOOLEAN, TIMESTAMP);
        case FRACTIONAL -> ImmutableSet.of(INTEGRAL, FRACTIONAL, CHARACTER, BOOLEAN, TIMESTAMP);
        case CHARACTER ->
            Sets.immutableEnumSet(Sets.difference(EnumSet.allOf(Kind.class), EnumSet.of(ARRAY)));
        case TIMESTAMP -> ImmutableSet.of(INTEGRAL, FRACTIONAL, CHARACTER, DATE, TIME, TIMESTAMP);
        case BINARY -> ImmutableSet.of(BINARY, CHARACTER);
        case BOOLEAN -> ImmutableSet.of(BOOLEAN, CHARACTER, INTEGRAL);
        case DATE, TIME -> ImmutableSet.of(this, CHARACTER, TIMESTAMP);
        case ARRAY -> ImmutableSet.of();
      };
    }
  }

  private static final int MILLISECONDS = 3;

  private final Kind kind;
  private final int precision;
  private final String literalPrefix;
  private final String createParameters;

  SqlType(Kind kind, int precision) {
    this(kind, precision, null, null);
  }

  SqlType(Kind kind, int precision, String literalPrefix, String createParameters) {
    this.kind = kind;
    this.precision = precision;
    this.literalPrefix = literalPrefix;
    this.createParameters = createParameters;
  }

  static SqlType of(ColumnType column) {
    return column == ColumnType.VARCHAR_ARRAY ? ARRAY : valueOf(column.name());
  }

  /** Returns the name of a column's type, that of its elements too. */
  static String name(ColumnType column) {
    return column == ColumnType.VARCHAR_ARRAY ? "VARCHAR ARRAY" : of(column).name();
  }

  private static Optional<SqlType> of(int jdbcType) {
    return Arrays.stream(values()).filter(type -> type.jdbcType() == jdbcType).findFirst();
  }

  /** Returns whether CONVERT takes a value of one of {@link java.sql.Types} to another. */
  public static boolean converts(int from, int to) {
    Optional<SqlType> source = of(from);
    Optional<SqlType> target = of(to);
    return source.isPresent()
        && target.isPresent()
        && source.get().kind.targets().contains(target.get().kind);
  }

  /** Returns the code of {@link java.sql.Types}. */
  int jdbcType() {
    return JDBCType.valueOf(name()).getVendorTypeNumber();
  }

  /** Returns the digits or characters that a value takes at most. */
  int precision() {
    return precision;
  }

  /** Returns the digits after the decimal point; null if the type can't have any. */
  Integer scale() {
    return switch (this) {
      case TINYINT, SMALLINT, INTEGER, BIGINT -> 0;
      case TIMESTAMP -> MILLISECONDS;
      default -> null;
    };
  }

  /** Returns the base of what {@link #precision} counts; null if it is not a number. */
  Integer radix() {
    return kind == Kind.INTEGRAL || kind == Kind.FRACTIONAL ? 10 : null;
  }

  /** Returns the bytes that text takes at most; null if it is not text. */
  Integer octets() {
    return kind == Kind.CHARACTER ? precision : null;
  }

  private boolean isNumber() {
    return radix() != null;
  }

  private short maximumScale() {
    return switch (this) {
      case DECIMAL -> (short) precision;
      case TIME, TIMESTAMP -> (short) MILLISECONDS;
      default -> (short) 0;
    };
  }

  private short searchable() {
    return (short)
        (kind == Kind.CHARACTER ? DatabaseMetaData.typeSearchable : DatabaseMetaData.typePredBasic);
  }

  /** Answers getTypeInfo: the types by their code; no two share one. ARRAY alone is not a type. */
  public static Answer all() {
    return Answer.of(
        Shape.TYPES,
        Arrays.stream(values()).filter(type -> type != ARRAY).map(SqlType::row).toList());
  }

  private Object[] row() {
    return new Object[] {
      name(),
      jdbcType(),
      precision,
      literalPrefix,
      literalPrefix == null ? null : "'",
      createParameters,
      (short) DatabaseMetaData.typeNullable,
      kind == Kind.CHARACTER,
      searchable(),
      !isNumber(),
      false,
      false,
      name(),
      (short) 0,
      maximumScale(),
      null,
      null,
      radix()
    };
  }
}
