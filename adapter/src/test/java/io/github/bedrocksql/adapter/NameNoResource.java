package io.github.bedrocksql.adapter;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.bedrocksql.adapter.table.BedrockTables;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.janino.util.ClassFile;

/** Has no text that is, or has in it, the name of a table or an operation, or that is a status. */
final class NameNoResource extends ArchCondition<JavaClass> {
  private static final Pattern NAMES =
      Pattern.compile(
          BedrockTables.all().stream()
              .flatMap(table -> Stream.of(table.name(), table.list().name(), table.get().name()))
              .distinct()
              .map(Pattern::quote)
              .reduce((a, b) -> a + "|" + b)
              .map(any -> "\\b(?:" + any + ")\\b")
              .orElseThrow());

  private static final Set<String> STATUSES = statuses();

  NameNoResource() {
    super("name no table, no operation and no status in a text");
  }

  private static Set<String> statuses() {
    Set<String> statuses = new TreeSet<>();
    for (TableDefinition table : BedrockTables.all()) {
      table.capability().status().ifPresent(by -> statuses.addAll(by.statuses().all()));
    }
    return statuses;
  }

  @Override
  public void check(JavaClass checked, ConditionEvents events) {
    for (String text : texts(checked)) {
      if (STATUSES.contains(text) || NAMES.matcher(text).find()) {
        events.add(
            SimpleConditionEvent.violated(checked, checked.getName() + " has '" + text + "'"));
      }
    }
  }

  /** The string constants of a class file, those of concatenations too. */
  private static List<String> texts(JavaClass checked) {
    try (InputStream file = checked.getSource().orElseThrow().getUri().toURL().openStream()) {
      ClassFile read = new ClassFile(file);
      List<String> texts = new ArrayList<>();
      for (int i = 1; i < read.getConstantPoolSize(); i++) {
        ClassFile.ConstantPoolInfo constant = read.getConstantPoolInfo((short) i);
        if (constant instanceof ClassFile.ConstantValuePoolInfo valued
            && valued.getValue(read) instanceof String text) {
          texts.add(text);
        }
        i += constant.isWide() ? 1 : 0; // A long takes two places.
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
