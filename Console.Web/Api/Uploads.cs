using GovAccountConsole.Domain.Shared;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace GovAccountConsole.Web.Api;

/// <summary>Reads an uploaded file. A file that is too large is read to its end before it is refused, so that the caller hears the reason.</summary>
public static class Uploads
{
    /// <summary>What is not even read to its end.</summary>
    public const long HardLimit = 64 * 1024 * 1024;

    /// <summary>The longest body of the addresses that take a file.</summary>
    public static RequestSizeLimitAttribute SizeLimit { get; } = new(HardLimit);

    /// <summary>The file's name and bytes, or the refusal.</summary>
    /// <param name="context">The call.</param>
    /// <param name="limit">Longest file, in bytes.</param>
    /// <param name="tooLarge">How a longer one is refused.</param>
    public static async Task<(string Name, byte[] Bytes, IResult? Refusal)> ReadAsync(HttpContext context, int limit, Error tooLarge)
    {
        if (!context.Request.HasFormContentType)
        {
            return Refuse(Results.Problem(Problems.OfStatus(context, StatusCodes.Status415UnsupportedMediaType)));
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = HardLimit, ValueCountLimit = 20 }, context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return Refuse(Problems.From(context, new Error("unreadable-body", ErrorKind.Invalid, "body")));
        }

        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return Refuse(Problems.From(context, Error.Required("file")));
        }

        if (file.Length > limit)
        {
            return Refuse(Problems.From(context, tooLarge));
        }

        var bytes = new byte[file.Length];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, context.RequestAborted);
        return (file.FileName, bytes, null);
    }

    private static (string Name, byte[] Bytes, IResult? Refusal) Refuse(IResult refusal) => (string.Empty, [], refusal);
}
