<#-- The form says in which language it was read: so the portal goes on in it. -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("username", "password")
    displayInfo=realm.password && realm.registrationAllowed && !registrationDisabled??; section>
  <#if section == "header">
    ${msg("loginAccountTitle")}
  <#elseif section == "form" && realm.password>
    <form id="kc-form-login" action="${url.loginAction}&kc_locale=${locale.currentLanguageTag}" method="post" novalidate>
      <#if !usernameHidden??>
        <@field.input name="username" label=msg(realm.registrationEmailAsUsername?then("email", "usernameOrEmail"))
            value=login.username!"" autocomplete="username" focus=true
            error=messagesPerField.getFirstError("username", "password")
            dir="ltr" autocapitalize="none" spellcheck="false"/>
      </#if>
      <@field.password name="password" label=msg("password") autocomplete="current-password"
          error=(usernameHidden??)?then(messagesPerField.get("password"), "") focus=usernameHidden??/>
      <div class="beside">
        <#if realm.rememberMe && !usernameHidden??>
          <@field.choice name="rememberMe" label=msg("rememberMe") checked=login.rememberMe??/>
        </#if>
        <#if realm.resetPasswordAllowed>
          <a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a>
        </#if>
      </div>
      <#if auth.selectedCredential?has_content>
        <input type="hidden" name="credentialId" value="${auth.selectedCredential}">
      </#if>
      <@field.send label="doLogIn" id="kc-login"/>
    </form>
  <#elseif section == "info">
    <p>${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a></p>
  </#if>
</@layout.registrationLayout>
