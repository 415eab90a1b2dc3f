using System.Globalization;
using System.Text;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Audit;
using GovAccountConsole.Web.Audit;

namespace GovAccountConsole.Web.Startup;

/// <summary><c>verify-audit</c>: walks along the chain in the database, also while a console serves from it. Changes nothing.</summary>
/// <param name="Head">A head noted elsewhere that must be in the chain.</param>
public sealed record VerifyAudit(string? Head) : ConsoleCommand
{
    /// <summary>Exit code: the chain is whole.</summary>
    public const int Whole = 0;

    /// <summary>Exit code: something was changed, removed, inserted, moved or cut off.</summary>
    public const int Broken = 1;

    /// <summary>Exit code: it could not be checked.</summary>
    public const int NotChecked = 2;

    /// <inheritdoc/>
    public override bool Joins => true;

    /// <inheritdoc/>
    public override async Task<int> RunAsync(WebApplication app)
    {
        var report = await app.Services.GetRequiredService<AuditVerifier>().WalkAsync(Head, CancellationToken.None);
        foreach (var line in ChainSentences.Of(report))
        {
            Launch.Say(line);
        }

        return report.Problem is null ? Whole : Broken;
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(WebApplication app) => Task.CompletedTask;
}

/// <summary><c>verify-audit --file</c>: checks an export; needs neither a database nor settings.</summary>
/// <param name="File">The export.</param>
/// <param name="Head">A head noted elsewhere that must be in the file.</param>
public sealed record VerifyAuditFile(string File, string? Head) : ConsoleCommand
{
    /// <summary>Checks the file and answers with the exit code.</summary>
    /// <exception cref="LaunchRefusedException">There is no such file, or it is something else.</exception>
    public async Task<int> CheckAsync(Action<string> say, CancellationToken token)
    {
        AuditFileReport report;
        try
        {
            using var lines = new StreamReader(File, Encoding.UTF8);
            report = await AuditFile.CheckAsync(lines, Head, token);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new LaunchRefusedException($"{File}: {failure.Message}", failure);
        }

        foreach (var line in ChainSentences.Of(report))
        {
            say(line);
        }

        return report.Problem is null ? VerifyAudit.Whole : VerifyAudit.Broken;
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(WebApplication app) => throw new NotSupportedException("It is done without an application.");
}

/// <summary><c>export-audit</c>: writes the chain, or a stretch of it, as JSON Lines.</summary>
/// <param name="Out">The file; it must not exist yet.</param>
/// <param name="From">Not before, UTC.</param>
/// <param name="To">Before, UTC.</param>
public sealed record ExportAudit(string Out, DateTimeOffset? From, DateTimeOffset? To) : ConsoleCommand
{
    /// <inheritdoc/>
    public override bool Joins => true;

    /// <summary>Reads days as Shanghai's.</summary>
    /// <exception cref="LaunchRefusedException">A day is none.</exception>
    public static ExportAudit Of(string file, string? from, string? to) => new(file, Day(from), Day(to));

    /// <inheritdoc/>
    public override async Task<int> RunAsync(WebApplication app)
    {
        await ExecuteAsync(app);
        return VerifyAudit.Whole;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(WebApplication app)
    {
        var count = -1;
        try
        {
            await using var file = new StreamWriter(new FileStream(Out, FileMode.CreateNew, FileAccess.Write), new UTF8Encoding(false)) { NewLine = "\n" };
            await foreach (var line in app.Services.GetRequiredService<AuditExportQueries>().AllAsync(From, To))
            {
                await file.WriteLineAsync(line);
                count++;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new LaunchRefusedException($"{Out}: {failure.Message}", failure);
        }

        Launch.Say(string.Create(CultureInfo.InvariantCulture, $"{count} entries written to {Out} / 已写出 {count} 条"));
    }

    private static DateTimeOffset? Day(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999 ? BusinessTime.StartOf(day)
        : throw new LaunchRefusedException($"\"{text}\" is no day; write 2026-11-24.");
}
