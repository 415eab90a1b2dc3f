using System.Diagnostics;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Scripts;

/// <summary>The two commands and what they share.</summary>
public sealed class ScriptsTests
{
    public static TheoryData<string> Scripts => ["run.sh", "test.sh", ".ci/run", "scripts/prerequisites.sh"];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_parses(string script)
    {
        var (status, output) = await BashAsync("-n", Repository.File(script));
        Assert.True(status == 0, output);
    }

    [Theory]
    [InlineData("run.sh")]
    [InlineData("test.sh")]
    [InlineData(".ci/run")]
    public void A_command_can_be_executed(string script)
    {
        Assert.True(!OperatingSystem.IsWindows() && File.GetUnixFileMode(Repository.File(script)).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task Prerequisites_that_are_there_are_left_alone()
    {
        var (status, output) = await BashAsync("-c", "set -euo pipefail; . scripts/prerequisites.sh; find_sdk; need postgres; echo \"$DOTNET\"");
        Assert.True(status == 0, output);
        Assert.DoesNotContain("installing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_sdk_is_said_in_a_sentence()
    {
        var (status, output) = await BashAsync("-c", "set -euo pipefail; . scripts/prerequisites.sh; cd \"$(mktemp -d)\"; echo '{\"sdk\":{\"version\": \"99.0.100\"}}' > global.json; find_sdk");
        Assert.Equal(1, status);
        Assert.Contains("The .NET SDK 99 is needed", output, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Output)> BashAsync(params string[] arguments)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var output = bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (bash.ExitCode, await output + await errors);
    }
}
