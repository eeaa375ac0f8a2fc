package hongyan.benchmarks.clock;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Sends a class's looks at the clock to {@link WrongTime}. */
final class ClockCalls extends ClassVisitor {
  private static final String WRONG_TIME = "hongyan/benchmarks/clock/WrongTime";
  private final String name;
  private boolean redirected;

  ClockCalls(ClassVisitor next, String name) {
    super(Opcodes.ASM9, next);
    this.name = name;
  }

  boolean redirected() {
    return redirected;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
    // Everything in java.time looks here, past System.currentTimeMillis.
    if (name.equals("java/time/Clock")) {
      return method.equals("currentInstant") ? new WrongInstant(next) : next;
    }
    return new WrongMillis(next);
  }

  private final class WrongMillis extends MethodVisitor {
    WrongMillis(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String descriptor, boolean ofInterface) {
      if (owner.equals("java/lang/System") && method.equals("currentTimeMillis")) {
        redirected = true;
        super.visitMethodInsn(opcode, WRONG_TIME, "millis", "()J", false);
      } else {
        super.visitMethodInsn(opcode, owner, method, descriptor, ofInterface);
      }
    }
  }

  private final class WrongInstant extends MethodVisitor {
    WrongInstant(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.ARETURN) {
        redirected = true;
        String toInstant = "(Ljava/time/Instant;)Ljava/time/Instant;";
        super.visitMethodInsn(Opcodes.INVOKESTATIC, WRONG_TIME, "wrong", toInstant, false);
      }
      super.visitInsn(opcode);
    }
  }
}
