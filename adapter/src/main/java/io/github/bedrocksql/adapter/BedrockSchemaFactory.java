package io.github.bedrocksql.adapter;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import java.sql.SQLException;
import java.util.Map;
import org.apache.calcite.model.ModelHandler;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaFactory;
import org.apache.calcite.schema.SchemaPlus;

/**
 * Makes the schema for a model.json of anyone's Calcite connection. The operands are the connection
 * properties.
 */
public final class BedrockSchemaFactory implements SchemaFactory {
  /** For the model.json, which makes it by name. */
  public BedrockSchemaFactory() {}

  @Override
  public Schema create(SchemaPlus parent, String name, Map<String, Object> operand) {
    ImmutableMap.Builder<String, Object> own = ImmutableMap.builder();
    operand.forEach(
        (key, value) -> {
          // Calcite adds its own: the directory of the model file, for one.
          if (!isCalcites(key)) {
            own.put(key, value);
          }
        });
    try {
      return new BedrockSchema(BedrockConfig.ofOperands(own.buildOrThrow()));
    } catch (SQLException e) {
      throw new IllegalArgumentException("Schema '" + name + "': " + e.getMessage(), e);
    }
  }

  private static boolean isCalcites(String key) {
    for (ModelHandler.ExtraOperand extra : ModelHandler.ExtraOperand.values()) {
      if (extra.camelName.equals(key)) {
        return true;
      }
    }
    return false;
  }
}
