namespace GovAccountConsole.Simulator.Gateway;

/// <summary>What the call log keeps of a call. Neither query nor body: they carry tokens and secrets.</summary>
internal sealed record CallRecord(string Method, string Path, DateTimeOffset At, int HttpStatus, int? Errcode, double DurationMs, string? Fault)
{
    public const int Kept = 2000;
}
