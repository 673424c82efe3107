package io.github.bedrocksql.adapter.table;

import static io.github.bedrocksql.adapter.table.Column.ColumnType.BOOLEAN;
import static io.github.bedrocksql.adapter.table.Column.ColumnType.INTEGER;
import static io.github.bedrocksql.adapter.table.Column.ColumnType.TIMESTAMP;
import static io.github.bedrocksql.adapter.table.Column.ColumnType.VARCHAR;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.access.ListCapability;
import io.github.bedrocksql.adapter.client.CallTrace;
import io.github.bedrocksql.adapter.table.JobOperations.DataSources;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.CustomModelUnits;
import software.amazon.awssdk.services.bedrock.model.GetImportedModelResponse;
import software.amazon.awssdk.services.bedrock.model.ImportedModelSummary;
import software.amazon.awssdk.services.bedrock.model.ListImportedModelsResponse;

/** The table {@code imported_models}. */
final class ImportedModels {
  /** The API's pattern, possessive: it must not backtrack without end. */
  private static final Pattern NAME = Pattern.compile("(?:[0-9a-zA-Z][_-]?)++");

  /** The table's name, to which its child table refers. */
  static final String TABLE = "imported_models";

  private static final int MAX_NAME_LENGTH = 63;

  private static final Pattern ARN = Identifier.arnOf("imported-model");

  private ImportedModels() {}

  /** An answer of GetImportedModel; {@code unknownSource} as for a job. */
  record ModelDetail(GetImportedModelResponse model, Optional<String> unknownSource) {
    String dataSourceType() {
      return unknownSource.orElseGet(() -> DataSources.type(model.modelDataSource()));
    }

    Optional<CustomModelUnits> units() {
      return Optional.ofNullable(model.customModelUnits());
    }
  }

  static TableDefinition<?, ?> definition() {
    ImmutableList<Column<ImportedModelSummary, ModelDetail>> columns = columns();
    int name = TableDefinition.ordinal(columns, "model_name");
    int arn = TableDefinition.ordinal(columns, "model_arn");
    return new TableDefinition<>(
        TABLE,
        "Imported models, one row each",
        columns,
        ImmutableList.of(arn),
        Optional.empty(),
        new Identifier(
            TableDefinition.ordinal(columns, "model_identifier"),
            arn,
            name,
            NAME,
            MAX_NAME_LENGTH,
            ARN),
        new ListCapability(
            Optional.empty(),
            ImmutableMap.of(),
            Optional.of(new ListCapability.ByPart(name, "nameContains", NAME)),
            Optional.of(
                new ListCapability.ByTime(
                    TableDefinition.ordinal(columns, "creation_time"),
                    "creationTimeAfter",
                    "creationTimeBefore",
                    true)),
            TableDefinition.ordinal(columns, "region"),
            Optional.of(TableDefinition.ordinal(columns, "account_id"))),
        new Listing(),
        new Lookup(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns how models are looked up where only the ARN will do. */
  static Identifier arnOnly(ImmutableList<? extends Column<?, ?>> columns) {
    int arn = TableDefinition.ordinal(columns, "model_arn");
    return new Identifier(-1, arn, -1, NAME, MAX_NAME_LENGTH, ARN);
  }

  /** Returns what ListImportedModels narrows by where only the ARN is a column. */
  static ListCapability arnsOnly(ImmutableList<? extends Column<?, ?>> columns) {
    return new ListCapability(
        Optional.empty(),
        ImmutableMap.of(),
        Optional.empty(),
        Optional.empty(),
        TableDefinition.ordinal(columns, "region"),
        Optional.of(TableDefinition.ordinal(columns, "account_id")));
  }

  private static ImmutableList<Column<ImportedModelSummary, ModelDetail>> columns() {
    ColumnList<ImportedModelSummary, ModelDetail> columns = new ColumnList<>();
    columns
        .required(
            "model_identifier",
            VARCHAR,
            s -> s.modelArn(),
            d -> d.model().modelArn(),
            "The key to look a model up by: its ARN or its name")
        .required(
            "model_arn",
            VARCHAR,
            s -> s.modelArn(),
            d -> d.model().modelArn(),
            "ARN of the model, the only sure key")
        .required(
            "model_name",
            VARCHAR,
            s -> s.modelName(),
            d -> d.model().modelName(),
            "Name that the model was given")
        .required(
            "creation_time",
            TIMESTAMP,
            s -> Values.millis(s.creationTime()),
            d -> Values.millis(d.model().creationTime()),
            "When the model was created, UTC")
        .summary(
            "instruct_supported",
            BOOLEAN,
            s -> s.instructSupported(),
            d -> d.model().instructSupported(),
            "Whether the model is tuned to follow instructions; null: the API gave none")
        .summary(
            "model_architecture",
            VARCHAR,
            s -> s.modelArchitecture(),
            d -> d.model().modelArchitecture(),
            "Architecture of the model, such as llama; null: the API gave none")
        .place("model", s -> s.modelArn(), d -> d.model().modelArn());
    details(columns);
    return columns.build();
  }

  private static void details(ColumnList<ImportedModelSummary, ModelDetail> columns) {
    columns
        .detail(
            "job_arn",
            VARCHAR,
            d -> d.model().jobArn(),
            "ARN of the import job that made the model; null: the API gave none")
        .detail(
            "job_name",
            VARCHAR,
            d -> d.model().jobName(),
            "Name of the import job that made the model; null: the API gave none")
        .detail(
            "model_data_source_type",
            VARCHAR,
            ModelDetail::dataSourceType,
            "Kind of place that the files came from, as the API spells it; null: the API gave none")
        .detail(
            "model_data_source_s3_uri",
            VARCHAR,
            d -> DataSources.s3Uri(d.model().modelDataSource()),
            "Amazon S3 URI of the model's files; null: they came from elsewhere")
        .detail(
            "model_kms_key_arn",
            VARCHAR,
            d -> d.model().modelKmsKeyArn(),
            "ARN of the KMS key that encrypts the model; null: a key that AWS owns")
        .detail(
            "custom_model_units_per_model_copy",
            INTEGER,
            d -> d.units().map(CustomModelUnits::customModelUnitsPerModelCopy).orElse(null),
            "Custom model units that one running copy of the model takes; null: the API gave none")
        .detail(
            "custom_model_units_version",
            VARCHAR,
            d -> d.units().map(CustomModelUnits::customModelUnitsVersion).orElse(null),
            "Version of the custom model units that are counted; null: the API gave none");
  }

  /** ListImportedModels. */
  static final class Listing implements TableDefinition.ListOperation<ImportedModelSummary> {
    @Override
    public String name() {
      return "ListImportedModels";
    }

    @Override
    public Page<ImportedModelSummary> call(
        BedrockClient client, ListRequest request, CallTrace trace) {
      ListImportedModelsResponse answer =
          client.listImportedModels(
              r ->
                  r.nameContains(request.nameContains())
                      .creationTimeAfter(request.createdAfter())
                      .creationTimeBefore(request.createdBefore())
                      .sortBy(request.sortBy())
                      .sortOrder(request.sortOrder())
                      .maxResults(request.maxResults())
                      .nextToken(request.nextToken().orElse(null))
                      .overrideConfiguration(trace.attached()));
      return Page.of(
          answer.hasModelSummaries(),
          answer.modelSummaries(),
          "modelSummaries",
          answer.nextToken(),
          answer.responseMetadata());
    }
  }

  /** GetImportedModel. */
  private static final class Lookup implements TableDefinition.GetOperation<ModelDetail> {
    @Override
    public String name() {
      return "GetImportedModel";
    }

    @Override
    public String parameter() {
      return "modelIdentifier";
    }

    @Override
    public ModelDetail call(BedrockClient client, String identifier, CallTrace trace) {
      GetImportedModelResponse model =
          client.getImportedModel(
              r -> r.modelIdentifier(identifier).overrideConfiguration(trace.keepingBody()));
      Values.checkIdentified(model.modelArn(), model.modelName(), "modelArn");
      return new ModelDetail(model, DataSources.unknown(model.modelDataSource(), trace));
    }

    @Override
    public String requestId(ModelDetail answer) {
      return answer.model().responseMetadata().requestId();
    }
  }
}
