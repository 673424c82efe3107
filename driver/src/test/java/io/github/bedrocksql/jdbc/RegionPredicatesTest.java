package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** One condition a Region. That each makes its own Region's calls only is Spark's test. */
class RegionPredicatesTest {
  @Test
  void oneForEachRegionInTheirOrder() throws SQLException {
    assertThat(RegionPredicates.of("jdbc:bedrock:regions=us-east-1, eu-central-1,us-east-1"))
        .containsExactly("region = 'us-east-1'", "region = 'eu-central-1'");
    assertThat(RegionPredicates.of("jdbc:bedrock:region=us-west-2"))
        .containsExactly("region = 'us-west-2'");
    assertThat(RegionPredicates.of("jdbc:bedrock:sandbox=true"))
        .containsExactly("region = 'us-east-1'");
  }

  @Test
  void allRegionsOfThePartition() throws SQLException {
    assertThat(RegionPredicates.of("jdbc:bedrock:regions=*"))
        .contains("region = 'us-east-1'", "region = 'eu-central-1'")
        .doesNotContain("region = 'us-gov-west-1'")
        .doesNotHaveDuplicates();
  }

  /** Each holds for the rows of all accounts: one of two equal ones would give them again. */
  @Test
  void onceForARegionOfSeveralAccounts() throws SQLException {
    assertThat(
            RegionPredicates.of(
                "jdbc:bedrock:regions=us-east-1,eu-central-1"
                    + ";roleArns=self,arn:aws:iam::111122223333:role/a"))
        .containsExactly("region = 'us-east-1'", "region = 'eu-central-1'");
  }

  @Test
  void propertiesCountAsTheyDoForAConnection() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("regions", "eu-west-1,eu-west-2");
    assertThat(RegionPredicates.of("jdbc:bedrock:regions=us-east-1", properties))
        .containsExactly("region = 'eu-west-1'", "region = 'eu-west-2'");
  }

  @Test
  void wrongUrls() {
    assertThatThrownBy(() -> RegionPredicates.of("jdbc:postgresql://localhost/"))
        .isInstanceOf(SQLException.class)
        .hasFieldOrPropertyWithValue("SQLState", "01S00");
    assertThatThrownBy(() -> RegionPredicates.of("jdbc:bedrock:regions=us-east-1' OR '1'='1"))
        .isInstanceOf(SQLException.class)
        .hasFieldOrPropertyWithValue("SQLState", "01S00");
  }
}
