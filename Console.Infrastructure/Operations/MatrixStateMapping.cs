using GovAccountConsole.Domain.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Operations;

internal sealed class MatrixStateMapping : IEntityTypeConfiguration<MatrixState>
{
    public void Configure(EntityTypeBuilder<MatrixState> builder)
    {
        builder.ToTable("matrix_state");
        builder.Property(state => state.Reason).HasMaxLength(500);
        builder.Property(state => state.EnvironmentId).HasMaxLength(MatrixState.EnvironmentLimit);
        builder.Ignore(state => state.TurnedBack);
        builder.HasData(new { Id = MatrixState.TheId, Stopped = false, ResumeNeedsSecond = false });
    }
}
