using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace GovAccountConsole.Simulator.Gateway;

/// <summary>Reads request bodies with the platform's rules for multipart.</summary>
internal static class RequestBody
{
    private const int LargestField = 64 * 1024;

    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken token)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, token);
        return bytes.ToArray();
    }

    /// <summary>The part must be named <c>media</c> and carry an ASCII file name with an extension; else 41005, as if it were not there.</summary>
    public static async Task<UploadedFile> ReadFileAsync(HttpRequest request, CancellationToken token)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            throw new Refusal(41005);
        }
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        (string Name, byte[] Bytes)? file = null;
        var reader = new MultipartReader(boundary, request.Body);
        try
        {
            while (await reader.ReadNextSectionAsync(token) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                {
                    continue;
                }
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value;
                using var bytes = new MemoryStream();
                await section.Body.CopyToAsync(bytes, token);
                if (string.Equals(name, "media", StringComparison.Ordinal))
                {
                    file = (HeaderUtilities.RemoveQuotes(disposition.FileName).Value ?? "", bytes.ToArray());
                }
                else if (name is not null && bytes.Length <= LargestField)
                {
                    fields[name] = System.Text.Encoding.UTF8.GetString(bytes.ToArray());
                }
            }
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new Refusal(45001);
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException)
        {
            throw new Refusal(41005);
        }
        return file is { } found && IsUsable(found.Name) && found.Bytes.Length > 0
            ? new UploadedFile(found.Name, found.Bytes, fields)
            : throw new Refusal(41005);
    }

    private static bool IsUsable(string fileName) =>
        System.Text.Ascii.IsValid(fileName) && !fileName.StartsWith("=?", StringComparison.Ordinal) && Path.GetExtension(fileName).Length > 1;
}
