using System.Globalization;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Web.Api;

/// <summary>Concurrency versions on the wire: <c>ETag</c> out, <c>If-Match</c> in.</summary>
public static class ETags
{
    /// <summary>Puts the version on the answer.</summary>
    public static void SetETag(this HttpContext context, uint version) =>
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>
    /// The version the caller saw. Absent: refused with 428; <c>*</c>: any (null); not one of ours: refused as stale, since nothing can match it.
    /// </summary>
    public static bool TryRequireVersion(this HttpContext context, out uint? version, out IResult? refusal)
    {
        version = null;
        refusal = null;
        var header = context.Request.Headers.IfMatch.ToString();
        if (header.Length == 0)
        {
            refusal = Results.Problem(Problems.OfStatus(context, StatusCodes.Status428PreconditionRequired));
            return false;
        }

        if (header == "*")
        {
            return true;
        }

        if (TryRead(header, out var read))
        {
            version = read;
            return true;
        }

        refusal = Problems.From(context, Error.Stale);
        return false;
    }

    /// <summary>The version the caller saw, where the call takes one but does not demand it; null when none was named.</summary>
    public static uint? Version(this HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        return header.Length == 0 || header == "*" ? null : TryRead(header, out var read) ? read : 0;
    }

    private static bool TryRead(string header, out uint version)
    {
        version = 0;
        return header.Length > 2 && header[0] == '"' && header[^1] == '"'
            && uint.TryParse(header.AsSpan(1, header.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }
}
