package io.crmkit.core.kernel.lab;

import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.function.Function;

final class LabService implements Lab {
  private final Work work;

  @Inject
  LabService(Work work) {
    this.work = work;
  }

  @Override
  public <R> R run(Object input, Function<Tx, R> body) {
    return work.run("lab.do", input, body);
  }

  @Override
  public <R> R read(Function<ReadTx, R> body) {
    return work.read(body);
  }
}
