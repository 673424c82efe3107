package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table like that of the jobs, for tests: its columns, its keys, what List narrows by. */
final class JobColumns {
  static final int IDENTIFIER = 0;
  static final int ARN = 1;
  static final int NAME = 2;
  static final int STATUS = 3;
  static final int CREATION = 4;
  static final int REGION = 5;
  static final int ACCOUNT = 6;
  static final int OTHER = 7;

  static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "job_identifier",
          "job_arn",
          "job_name",
          "status",
          "creation_time",
          "region",
          "account_id",
          "role_arn");

  static final Statuses STATUSES =
      Statuses.changing("InProgress").andLast("Completed", "Failed").withMost(1, "InProgress");

  private static final Pattern NAME_PATTERN = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9+\\-.]*");
  private static final Pattern ARN_PATTERN =
      Pattern.compile("arn:aws:bedrock:([^:]+):([^:]*):model-import-job/[a-zA-Z0-9.-]+");

  static final ListCapability CAPABILITY =
      new ListCapability(
          Optional.of(new ListCapability.ByStatus(STATUS, "statusEquals", STATUSES)),
          ImmutableMap.of(),
          Optional.of(new ListCapability.ByPart(NAME, "nameContains", NAME_PATTERN)),
          Optional.of(
              new ListCapability.ByTime(CREATION, "creationTimeAfter", "creationTimeBefore", true)),
          true,
          REGION,
          Optional.of(ACCOUNT));

  /** Keys as the table of jobs has them. */
  static final KeyRange KEYS =
      new KeyRange() {
        @Override
        public boolean isKey(int column) {
          return column == IDENTIFIER || column == ARN || column == NAME;
        }

        @Override
        public boolean possible(Key key, String region) {
          Matcher arn = ARN_PATTERN.matcher(key.value());
          if (arn.matches()) {
            return key.column() != NAME && arn.group(1).equals(region);
          }
          return key.column() != ARN && NAME_PATTERN.matcher(key.value()).matches();
        }

        @Override
        public boolean isName(Key key) {
          return key.column() != ARN && !ARN_PATTERN.matcher(key.value()).matches();
        }

        @Override
        public String account(Key key) {
          Matcher arn = ARN_PATTERN.matcher(key.value());
          return arn.matches() ? arn.group(2) : "";
        }
      };

  private JobColumns() {}

  static String arn(String region, String account, String id) {
    return "arn:aws:bedrock:" + region + ":" + account + ":model-import-job/" + id;
  }

  static BoundsReader reader(Object... values) {
    return new BoundsReader(CAPABILITY, KEYS, KnownTarget.UNKNOWN, NAMES, values);
  }
}
