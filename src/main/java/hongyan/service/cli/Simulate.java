package hongyan.service.cli;

import hongyan.service.hj212.SimulateHj212;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}: devices of a kind that a service can be tried with. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "simulated devices, to try a service with",
    subcommands = SimulateHj212.class)
final class Simulate implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "what should be simulated? hj212");
  }
}
