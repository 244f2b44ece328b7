package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.customer.Customer;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  @Test
  void theExampleDoesWhatReadmeSays() {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:mem:readme;DB_CLOSE_DELAY=-1");

    List<Customer> found = EmbeddingExample.embed(dataSource);

    assertThat(found).extracting(c -> c.name().latin()).containsExactly("Northwind Pumps");
  }
}
