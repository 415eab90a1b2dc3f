using System.ComponentModel;
using System.Diagnostics;

namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>Runs a short external command to its end and collects what it printed.</summary>
internal static class ChildCommand
{
    /// <summary>Exit code and both outputs; exit code -1 when the program does not exist.</summary>
    public sealed record Outcome(int ExitCode, string Output, string Errors);

    public static async Task<Outcome> RunAsync(string program, IEnumerable<string> arguments, CancellationToken token)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(token);
            var errors = process.StandardError.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            return new Outcome(process.ExitCode, await output, await errors);
        }
        catch (Win32Exception failure)
        {
            return new Outcome(-1, "", failure.Message);
        }
    }

    /// <summary>Full path of a program on PATH or in the usual system folders, or null.</summary>
    public static string? Find(string program)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/bin", "/bin", "/usr/sbin", "/sbin"])
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
    }
}
