using System.Globalization;
using GovAccountConsole.Infrastructure.Data.Seeding.Scale;

namespace GovAccountConsole.Web.Startup;

/// <summary>What the program was started for: to serve, or to do one thing to the database and end.</summary>
public abstract record ConsoleCommand
{
    private const string Usage = "Usage: Console.Web [migrate | seed --accounts N --posts M | verify-audit [--file F] [--head HASH] | export-audit --out F [--from D] [--to D]]. Without a command it serves.";

    private protected ConsoleCommand()
    {
    }

    /// <summary>Whether it may read the database of a console that is serving, instead of starting a server of its own.</summary>
    public virtual bool Joins => false;

    /// <summary>Reads the command line; settings (<c>--Key=value</c>) are no commands.</summary>
    /// <exception cref="LaunchRefusedException">The command is unknown or lacks something.</exception>
    public static ConsoleCommand Parse(string[] args) => args switch
    {
        [] => new Serve(),
        [var first, ..] when first.StartsWith('-') || first.StartsWith('/') => new Serve(),
        ["migrate", ..] => new Migrate(),
        ["seed", .. var rest] => new Seed(Number(rest, "--accounts"), Number(rest, "--posts")),
        ["verify-audit", .. var rest] => Text(rest, "--file") is { } file ? new VerifyAuditFile(file, Text(rest, "--head")) : new VerifyAudit(Text(rest, "--head")),
        ["export-audit", .. var rest] => ExportAudit.Of(
            Text(rest, "--out") ?? throw new LaunchRefusedException($"export-audit needs --out with a file. {Usage}"), Text(rest, "--from"), Text(rest, "--to")),
        _ => throw new LaunchRefusedException($"\"{args[0]}\" is no command. {Usage}"),
    };

    /// <summary>Does it, from the prepared database on, and answers with the exit code.</summary>
    public virtual async Task<int> RunAsync(WebApplication app)
    {
        await app.PrepareAsync();
        await ExecuteAsync(app);
        return Environment.ExitCode;
    }

    /// <summary>The act itself.</summary>
    protected abstract Task ExecuteAsync(WebApplication app);

    private static string? Text(string[] args, string name)
    {
        var at = Array.FindIndex(args, arg => arg == name || arg.StartsWith(name + "=", StringComparison.Ordinal));
        return at < 0 ? null : args[at].Contains('=', StringComparison.Ordinal) ? args[at][(name.Length + 1)..] : args.ElementAtOrDefault(at + 1);
    }

    private static int Number(string[] args, string name) =>
        int.TryParse(Text(args, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new LaunchRefusedException($"seed needs {name} with a number above 0. {Usage}");

    /// <summary>Serves until told to stop.</summary>
    public sealed record Serve : ConsoleCommand
    {
        /// <inheritdoc/>
        protected override async Task ExecuteAsync(WebApplication app)
        {
            await app.ClaimFirstAsync();
            await app.RunAsync();
        }
    }

    /// <summary>Brings the database to this version's schema.</summary>
    public sealed record Migrate : ConsoleCommand
    {
        /// <inheritdoc/>
        protected override Task ExecuteAsync(WebApplication app)
        {
            Launch.Say("the database is up to date");
            return Task.CompletedTask;
        }
    }

    /// <summary>Fills the database for load tests.</summary>
    /// <param name="Accounts">How many official accounts.</param>
    /// <param name="Posts">How many posts.</param>
    public sealed record Seed(int Accounts, int Posts) : ConsoleCommand
    {
        /// <inheritdoc/>
        protected override async Task ExecuteAsync(WebApplication app)
        {
            try
            {
                await ActivatorUtilities.CreateInstance<ScaleSeed>(app.Services).RunAsync(new ScaleSize(Accounts, Posts), Launch.Say, CancellationToken.None);
            }
            catch (ScaleSeedException refusal)
            {
                throw new LaunchRefusedException(refusal.Message, refusal);
            }
        }
    }
}
