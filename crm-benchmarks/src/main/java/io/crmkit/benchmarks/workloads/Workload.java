package io.crmkit.benchmarks.workloads;

/** The workloads. Each operation is what a host would ask for on behalf of one user. */
enum Workload {
  W1("register a customer with an e-mail address and a telephone number") {
    @Override
    void once(Leg leg, Inputs inputs) {
      leg.register(inputs.nextRegistration());
    }
  },
  W2("open an opportunity and advance it four times, five transactions") {
    @Override
    void once(Leg leg, Inputs inputs) {
      leg.sell(inputs.someCustomer());
    }
  },
  R1("a customer by its id, with its contact points") {
    @Override
    void once(Leg leg, Inputs inputs) {
      leg.customer(inputs.someCustomer());
    }
  },
  R2("customers by a telephone number") {
    @Override
    void once(Leg leg, Inputs inputs) {
      leg.reachedBy(inputs.somePhone());
    }
  },
  R3("totals of the pipeline by stage") {
    @Override
    void once(Leg leg, Inputs inputs) {
      leg.totals();
    }
  };

  private final String title;

  Workload(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** One operation. */
  abstract void once(Leg leg, Inputs inputs);
}
