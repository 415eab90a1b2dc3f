using System.Globalization;

namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>Who owns a folder, by number, and handing it over (root only).</summary>
internal sealed record Ownership(int UserId, int GroupId)
{
    public static async Task<Ownership> OfAsync(string path, CancellationToken token)
    {
        IEnumerable<string> format = OperatingSystem.IsLinux() ? ["-c", "%u %g"] : ["-f", "%u %g"];
        var outcome = await ChildCommand.RunAsync("stat", [.. format, path], token);
        var numbers = outcome.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (outcome.ExitCode != 0 || numbers.Length != 2)
            throw DiskTrouble.ExplainText(path, outcome.Errors);
        return new Ownership(int.Parse(numbers[0], CultureInfo.InvariantCulture), int.Parse(numbers[1], CultureInfo.InvariantCulture));
    }

    public static async Task GiveAsync(string path, ServerAccount account, CancellationToken token)
    {
        var owner = string.Create(CultureInfo.InvariantCulture, $"{account.UserId}:{account.GroupId}");
        var outcome = await ChildCommand.RunAsync("chown", [owner, path], token);
        if (outcome.ExitCode != 0)
            throw DiskTrouble.ExplainText(path, outcome.Errors);
    }
}
