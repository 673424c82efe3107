package io.github.bedrocksql.dialect.grammar;

import org.apache.calcite.sql.parser.SqlParserImplFactory;

/** Where parsers of this driver's SQL come from. */
public final class DialectGrammar {
  /** Makes a parser of a text. */
  public static final SqlParserImplFactory FACTORY =
      reader -> {
        DialectParser parser = (DialectParser) DialectParser.FACTORY.getParser(reader);
        parser.token_source = new NameTokens(parser.jj_input_stream);
        return parser;
      };

  private DialectGrammar() {}
}
