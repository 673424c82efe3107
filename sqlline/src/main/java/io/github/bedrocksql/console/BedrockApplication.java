package io.github.bedrocksql.console;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import sqlline.Application;
import sqlline.BuiltInProperty;
import sqlline.OutputFormat;
import sqlline.PromptHandler;
import sqlline.SqlLine;
import sqlline.SqlLineOpts;

/**
 * SQLLine as this console shows it. Public, with a public constructor, because SQLLine makes it by
 * reflection.
 */
public final class BedrockApplication extends Application {
  /** For SQLLine. */
  public BedrockApplication() {}

  @Override
  public String getInfoMessage() {
    return "End a statement with ';'. \\dt lists the tables, help the commands, \\q leaves.";
  }

  @Override
  public String getVersion() {
    return ProductVersion.line();
  }

  @Override
  public Collection<String> getConnectionUrlExamples() {
    return List.of("jdbc:bedrock:sandbox=true", "jdbc:bedrock:region=us-east-1", "jdbc:bedrock:");
  }

  @Override
  public PromptHandler getPromptHandler(SqlLine sqlLine) {
    return new PromptHandler(sqlLine) {
      @Override
      public AttributedString getPrompt() {
        boolean own = !sqlLine.getOpts().isDefault(BuiltInProperty.PROMPT);
        return own || !(sqlLine instanceof BedrockSqlLine console)
            ? super.getPrompt()
            : new AttributedString(console.prompt(), AttributedStyle.BOLD);
      }
    };
  }

  /** The names only, for completion and {@code !set outputFormat}: {@link Format} does the work. */
  @Override
  public Map<String, OutputFormat> getOutputFormats(SqlLine sqlLine) {
    Map<String, OutputFormat> formats = new HashMap<>(super.getOutputFormats(sqlLine));
    formats.keySet().removeIf(name -> Format.named(name).isEmpty());
    return Map.copyOf(formats);
  }

  /**
   * SQLLine builds its options anew on changing the application, and would lose those already set.
   */
  @Override
  public SqlLineOpts getOpts(SqlLine sqlLine) {
    SqlLineOpts current = sqlLine.getOpts();
    return current == null ? super.getOpts(sqlLine) : current;
  }
}
