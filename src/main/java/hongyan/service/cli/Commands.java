package hongyan.service.cli;

import hongyan.service.backup.Backup;
import hongyan.service.backup.Restore;
import hongyan.service.replay.Replay;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands. Exit codes: 0 done, 1 it ran and the answer is no, 2 it was called wrongly. */
@Command(
    name = "hongyan",
    description = "鸿雁: ecological monitoring for migratory birds and clean air",
    mixinStandardHelpOptions = true,
    version = "hongyan 0.1.0")
public final class Commands implements Runnable {
  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  private Commands() {}

  /** Runs the command that {@code arguments} name and returns its exit code. */
  public static int run(Class<?> application, String[] arguments) {
    return new CommandLine(new Commands())
        .addSubcommand(new Demo(application))
        .addSubcommand(new Serve(application))
        .addSubcommand(new Replay())
        .addSubcommand(new Zones())
        .addSubcommand(new Simulate())
        .addSubcommand(new Evidence())
        .addSubcommand(new Backup())
        .addSubcommand(new Restore())
        .addSubcommand(new MoveDatabase())
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is wanted");
  }
}
